package health.consilium.recording.vault;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The server that starts wraps the keys anew when the master key is another one. Whoever only looks changes nothing. */
@Component
@ConditionalOnWebApplication
class Rewrapping {
    private final Vault vault;

    Rewrapping(Vault vault) {
        this.vault = vault;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rewrap() {
        vault.rewrap();
    }
}
