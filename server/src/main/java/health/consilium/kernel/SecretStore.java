package health.consilium.kernel;

/** Secrets of this installation. Each is made of 256 random bits when it is first asked for, and kept. */
public interface SecretStore {
    /** @param name a file name in lower case, for example "turn" */
    Secret<String> named(String name);

    /** Whether it is there, so that it would not be made. Whoever has sealed something under a secret asks this first. */
    default boolean has(String name) {
        return true;
    }
}
