package health.consilium.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the chain is whole.
 *
 * @param entries how many were read
 * @param fault null when it is whole
 * @param number the first entry that is not as it was written
 * @param head the end of the chain, to be written down elsewhere
 * @param exported the number of the head that was kept outside of the database; null when there is none yet
 */
public record ChainReport(
        long entries,
        @Nullable Fault fault,
        @Nullable Long number,
        ChainHead head,
        @Nullable Long exported,
        @Nullable Instant exportedAt) {
    /** What was found. */
    public enum Fault {
        /** The entry is not what was hashed, or the one before it was another. */
        CHANGED,
        /** There is no such entry, and there was one. */
        MISSING,
        /** The entry came in past the chain. */
        ADDED,
        /** Up to here the chain was written anew: it is another than the one whose head was kept outside. */
        REWRITTEN,
        /** The head that was kept outside is not one that this program wrote. */
        HEAD_FORGED
    }

    public boolean whole() {
        return fault == null;
    }
}
