package health.consilium.kernel;

/** Secrets of this installation. Each is made of 256 random bits when it is first asked for, and kept. */
public interface SecretStore {
    /** @param name a file name in lower case, for example "turn" */
    Secret<String> named(String name);

    /** Whether it is there, so that it would not be made. Whoever has sealed something under a secret asks this first. */
    default boolean has(String name) {
        return true;
    }

    /** How many there are of a secret that is changed from time to time: NAME, NAME-2, NAME-3 … ({@link KeyRing}); at least 1. */
    default int generations(String name) {
        return 1;
    }
}
