package health.consilium.prescription.domain;

import java.util.Arrays;

/** How often, in words that patients read. */
public enum Frequency {
    ONCE_DAILY,
    TWICE_DAILY,
    THREE_TIMES_DAILY,
    FOUR_TIMES_DAILY,
    MORNING,
    EVENING,
    EVERY_4_HOURS,
    EVERY_6_HOURS,
    EVERY_8_HOURS,
    EVERY_12_HOURS,
    WEEKLY,
    AS_NEEDED;

    public static boolean knows(String name) {
        return Arrays.stream(values()).anyMatch(one -> one.name().equals(name));
    }
}
