package health.consilium.recording.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The server that starts wraps the keys anew when the master key is another one, and says which older ones nothing needs any
 * more. Whoever only looks changes nothing.
 */
@Component
@ConditionalOnWebApplication
class Rewrapping {
    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);

    private final Vault vault;
    private final LocalKeyWrapping local;

    Rewrapping(Vault vault, LocalKeyWrapping local) {
        this.vault = vault;
        this.local = local;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rewrap() {
        vault.rewrap();
        List<String> unused = local.unused(vault.masters());
        if (!unused.isEmpty()) {
            // Not taken away here: an older backup of the database alone could not be read any more.
            log.info(
                    "no recording needs these files in secrets/ any more, only older backups do: {}",
                    String.join(", ", unused));
        }
    }
}
