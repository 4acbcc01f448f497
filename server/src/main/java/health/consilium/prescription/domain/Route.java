package health.consilium.prescription.domain;

import java.util.Arrays;

/** Ways a medication gets into a body, in words that patients read. */
public enum Route {
    ORAL,
    SUBLINGUAL,
    INHALED,
    NASAL,
    EYE,
    EAR,
    SKIN,
    RECTAL,
    VAGINAL,
    INJECTION;

    public static boolean knows(String name) {
        return Arrays.stream(values()).anyMatch(one -> one.name().equals(name));
    }
}
