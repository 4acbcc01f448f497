package health.consilium.prescription.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Verification codes: 24 letters and digits (120 random bits) without those that look like others, in groups of four.
 * The first half alone says whether a paper is genuine; who knows all of it holds the paper.
 */
public final class Codes {
    public static final int LENGTH = 24;
    public static final int SHORT = 12;
    /** Crockford's base 32. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;

    private Codes() {}

    public static String make(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As people type it: small letters, gaps and dashes, and O, I, L, which are read as 0 and 1. */
    public static Optional<String> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        boolean known = code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        return known && (code.length() == LENGTH || code.length() == SHORT) ? Optional.of(code) : Optional.empty();
    }

    /** ABCD-EFGH-… */
    public static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
