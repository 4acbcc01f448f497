package health.consilium.recording.vault;

import health.consilium.kernel.KeyRotation;
import org.springframework.stereotype.Component;

/** Wraps the keys of all recordings under a new master key; their parts stay as they are. */
@Component
class MasterKeyRotation implements KeyRotation {
    private final LocalKeyWrapping wrapping;
    private final Vault vault;

    MasterKeyRotation(LocalKeyWrapping wrapping, Vault vault) {
        this.wrapping = wrapping;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public int rotate() {
        wrapping.advance();
        return vault.rewrap();
    }
}
