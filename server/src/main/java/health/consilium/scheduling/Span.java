package health.consilium.scheduling;

import java.time.LocalTime;

/**
 * A stretch of a day, {@code [from, to)}, in the doctor's own time.
 *
 * @param to midnight is the end of the day
 */
public record Span(LocalTime from, LocalTime to) {
    public boolean valid() {
        return toTheEnd() || from.isBefore(to);
    }

    public boolean toTheEnd() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    public boolean overlaps(Span other) {
        return (other.toTheEnd() || from.isBefore(other.to)) && (toTheEnd() || other.from.isBefore(to));
    }
}
