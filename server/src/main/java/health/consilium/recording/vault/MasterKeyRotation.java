package health.consilium.recording.vault;

import health.consilium.kernel.KeyRotation;
import health.consilium.recording.spi.KeyWrapping;
import org.springframework.stereotype.Component;

/** Wraps the keys of all recordings under a new master key; their parts stay as they are. */
@Component
class MasterKeyRotation implements KeyRotation {
    private final LocalKeyWrapping local;
    private final KeyWrapping used;
    private final Vault vault;

    MasterKeyRotation(LocalKeyWrapping local, KeyWrapping used, Vault vault) {
        this.local = local;
        this.used = used;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public int rotate() {
        // A key management service turns its own master keys; what it wrapped under an older one is wrapped anew here,
        // too.
        if (used == local) {
            local.advance();
        }
        return vault.rewrap();
    }
}
