package health.consilium.scheduling.domain;

import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When a doctor can be booked.
 *
 * @param zone in which the spans are meant
 * @param slot length of an appointment
 * @param buffer pause after each
 * @param notice how shortly before its start a slot may still be booked
 * @param ahead how far ahead one may book
 */
public record Rules(
        ZoneId zone,
        Map<DayOfWeek, List<Span>> week,
        List<DayException> exceptions,
        Duration slot,
        Duration buffer,
        Duration notice,
        Duration ahead) {

    /** Staff answer the telephone: they book as shortly before as they like. */
    public Rules atAnyNotice() {
        return new Rules(zone, week, exceptions, slot, buffer, Duration.ZERO, ahead);
    }

    /** The hours of one day, by start; those that overlap are one. */
    List<Span> hours(LocalDate day) {
        List<Span> extra = spans(day, DayException.Kind.EXTRA);
        List<Span> instead = spans(day, DayException.Kind.INSTEAD);
        boolean off = exceptions.stream().anyMatch(e -> e.kind() == DayException.Kind.OFF && e.covers(day));
        List<Span> all = new ArrayList<>(extra);
        if (!off) {
            all.addAll(instead.isEmpty() ? week.getOrDefault(day.getDayOfWeek(), List.of()) : instead);
        }
        return merged(all);
    }

    private List<Span> spans(LocalDate day, DayException.Kind kind) {
        List<Span> found = new ArrayList<>();
        for (DayException exception : exceptions) {
            if (exception.kind() == kind && exception.span() != null && exception.covers(day)) {
                found.add(exception.span());
            }
        }
        return found;
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> result = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = result.isEmpty() ? null : result.getLast();
            if (last == null || !last.overlaps(span)) {
                result.add(span);
            } else {
                boolean longer =
                        !last.toTheEnd() && (span.toTheEnd() || span.to().isAfter(last.to()));
                result.set(result.size() - 1, new Span(last.from(), longer ? span.to() : last.to()));
            }
        }
        return result;
    }
}
