package health.consilium.kernel;

import java.time.Duration;

/** What makes sense as a setting. The sentence names the key as docs/configuration.md does, and says what it may be. */
public final class SettingCheck {
    private static final int LAST_PORT = 65_535;

    private SettingCheck() {}

    public static void positive(String key, Duration value) {
        require(value.isPositive(), key, value, "it must be longer than nothing, for example 60s");
    }

    public static void notNegative(String key, Duration value) {
        require(!value.isNegative(), key, value, "it cannot be negative");
    }

    public static void atLeast(String key, long value, long least) {
        require(value >= least, key, value, "it must be " + least + " or more");
    }

    public static void port(String key, int value) {
        require(value >= 1 && value <= LAST_PORT, key, value, "a port is a number from 1 to " + LAST_PORT);
    }

    /** @throws IllegalArgumentException "key is value: rule." */
    public static void require(boolean holds, String key, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(key + " is " + value + ": " + rule + ".");
        }
    }
}
