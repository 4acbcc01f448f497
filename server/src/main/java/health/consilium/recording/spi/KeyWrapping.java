package health.consilium.recording.spi;

import health.consilium.kernel.Secret;
import java.util.UUID;

/** Wraps the keys of recordings under a master key: one of this installation, or one that a key management service holds. */
public interface KeyWrapping {
    /** @param master names the master key under which it was wrapped */
    record Wrapped(String master, byte[] bytes) {}

    /** The master key under which keys are wrapped from now on. */
    String current();

    Wrapped wrap(UUID recording, Secret<byte[]> key);

    /** @throws java.security.GeneralSecurityException when it was not wrapped for this recording under that master key */
    Secret<byte[]> unwrap(UUID recording, Wrapped wrapped) throws java.security.GeneralSecurityException;
}
