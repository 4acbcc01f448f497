package health.consilium.conferencing.jitsi.token;

import java.util.Set;

/** Names of people as they can travel through XMPP: it carries no control characters, and one would end the connection. */
final class Names {
    private static final int LONGEST = 80;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    /** Turn the text that follows around, or hide: a name must not look like another's. */
    private static final Set<Integer> TURNING = Set.of(
            0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
            0x2060, 0xFEFF);

    private Names() {}

    /** @return not empty; without what cannot be shown or travel */
    static String clean(String name, String otherwise) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().filter(Names::travels).limit(LONGEST).forEach(clean::appendCodePoint);
        String result = clean.toString().strip().replaceAll("\\s+", " ");
        return result.isEmpty() ? otherwise : result;
    }

    /** Letters of Persian and of Indian languages need joiners; emoji do, too. */
    private static boolean travels(int c) {
        if (c == JOINER || c == NON_JOINER || c == '\t' || c == '\n' || c == '\r') {
            return true;
        }
        int type = Character.getType(c);
        return !TURNING.contains(c)
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }
}
