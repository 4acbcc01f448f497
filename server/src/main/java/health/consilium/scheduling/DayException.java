package health.consilium.scheduling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that are not as the week says.
 *
 * @param last inclusive
 * @param span null exactly when the days are off
 */
public record DayException(
        LocalDate first,
        LocalDate last,
        Kind kind,
        @Nullable Span span) {
    /** What is different. */
    public enum Kind {
        /** No hours at all, but for EXTRA ones. */
        OFF,
        /** These hours, not those of the week. */
        INSTEAD,
        /** These hours as well. */
        EXTRA
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
