package health.consilium.admin.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One kind of data, and how it stands.
 *
 * @param keptDays null: for ever
 * @param before what is older is due; null when nothing ever is
 * @param count how many are due, or, after a run, how many went
 * @param failed whether that could not be done; then nothing of this kind went
 */
public record Aged(
        String kind, @Nullable Long keptDays, @Nullable Instant before, int count, boolean failed) {}
