package health.consilium.scheduling.domain;

import health.consilium.scheduling.Slot;
import health.consilium.scheduling.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The free times of a doctor: a pure function of rules, what is taken, and the time.
 *
 * <p>Spans are local times. Where a clock is put forward, a span loses what the clock leaves out: 01:00 to 04:00 has then
 * two hours, and one that begins in the gap begins where the gap ends. Where a clock is put back, the hour that comes twice
 * is offered once, the first time: "half past two" is then one time, not two.
 */
public final class Slots {
    private Slots() {}

    /** A time that is taken, {@code [from, until)}, the pause after it included. */
    public record Taken(Instant from, Instant until) {}

    /**
     * The free slots with start in {@code [from, to)}, by start, each once.
     *
     * @param most no more than so many
     */
    public static List<Slot> free(
            Rules rules, Collection<Taken> taken, Instant now, Instant from, Instant to, int most) {
        Instant first = latest(from, now.plus(rules.notice()));
        Instant limit = earliest(to, now.plus(rules.ahead()));
        List<Slot> found = new ArrayList<>();
        LocalDate day = first.atZone(rules.zone()).toLocalDate().minusDays(1);
        while (found.size() < most && startOf(day, rules.zone()).isBefore(limit)) {
            for (Instant start : starts(rules, day)) {
                Slot slot = new Slot(start, start.plus(rules.slot()));
                if (!start.isBefore(first) && start.isBefore(limit) && free(slot, rules.buffer(), taken)) {
                    found.add(slot);
                }
            }
            day = day.plusDays(1);
        }
        return found.size() > most ? List.copyOf(found.subList(0, most)) : List.copyOf(found);
    }

    /** Every start of a day, taken or not. */
    private static Collection<Instant> starts(Rules rules, LocalDate day) {
        Duration step = rules.slot().plus(rules.buffer());
        TreeSet<Instant> starts = new TreeSet<>();
        for (Span span : rules.hours(day)) {
            Instant end =
                    span.toTheEnd() ? startOf(day.plusDays(1), rules.zone()) : at(day.atTime(span.to()), rules.zone());
            Instant start = at(day.atTime(span.from()), rules.zone());
            while (!start.plus(rules.slot()).isAfter(end)) {
                if (firstTime(start, rules.zone())) {
                    starts.add(start);
                }
                start = start.plus(step);
            }
        }
        return starts;
    }

    private static boolean free(Slot slot, Duration buffer, Collection<Taken> taken) {
        Instant until = slot.end().plus(buffer);
        return taken.stream()
                .noneMatch(one -> one.from().isBefore(until) && slot.start().isBefore(one.until()));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return at(day.atStartOfDay(), zone);
    }

    /** The first of the two where there are two; the end of the gap where there is none. */
    private static Instant at(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(local, zone).toInstant();
    }

    private static boolean firstTime(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(there.toLocalDateTime());
        return offsets.size() < 2 || there.getOffset().equals(offsets.getFirst());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
