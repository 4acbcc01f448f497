package health.consilium.audit.chain;

import health.consilium.kernel.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the chain.
 *
 * @param number from 1, without gaps
 * @param at to the microsecond
 * @param details JSON, to the letter as it was hashed
 * @param hash SHA-256 in hex of the hash before and of everything here
 */
public record Link(
        long number,
        Instant at,
        @Nullable UUID actor,
        String role,
        String action,
        String subject,
        @Nullable String subjectId,
        @Nullable UUID patient,
        String details,
        String hash) {
    /** What the first entry follows. */
    public static final String NOTHING = "0".repeat(64);

    /** The same with its place in the chain sealed. */
    Link after(String before) {
        return new Link(number, at, actor, role, action, subject, subjectId, patient, details, hashAfter(before));
    }

    public boolean follows(String before) {
        return hash.equals(hashAfter(before));
    }

    /**
     * The canonical form: a line each for the hash before, number, time (ISO 8601, UTC, six decimals), actor, role, action,
     * subject, its id, patient, details; what is not there is "-". No value holds a line break.
     */
    String hashAfter(String before) {
        String text = String.join(
                "\n",
                before,
                Long.toString(number),
                Times.micros(at),
                text(actor),
                role,
                action,
                subject,
                text(subjectId),
                text(patient),
                details);
        return Sha256.hex(text);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
