package health.consilium.scheduling.domain;

import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Span;
import health.consilium.scheduling.domain.Slots.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which times are free, found by looking at the doctor's clock minute by minute: slow, and with nothing in common with {@link
 * Slots} but the sentences that say what a free time is. It knows what a clock shows at an instant, and nothing of gaps and
 * overlaps.
 */
final class EveryMinute {
    private static final int A_DAY = 24 * 60;

    private final Instant begin;
    /** What the clock shows at each minute, as minutes since 1970 by that clock. */
    private final int[] shown;
    /** Whether the clock has shown the same before. */
    private final boolean[] again;

    EveryMinute(ZoneId zone, Instant begin, Duration length) {
        this.begin = begin;
        this.shown = new int[(int) length.toMinutes()];
        this.again = new boolean[shown.length];
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < shown.length; i++) {
            var there = begin.plusSeconds(60L * i).atZone(zone).toLocalDateTime();
            shown[i] = (int) there.toLocalDate().toEpochDay() * A_DAY + minute(there.toLocalTime());
            again[i] = !seen.add(shown[i]);
        }
    }

    /** Starts of free slots in {@code [from, to)}. Whatever is asked about lies a day away from both ends of what is known. */
    List<Instant> free(Rules rules, List<Taken> taken, Instant now, Instant from, Instant to) {
        boolean[] busy = new boolean[shown.length];
        for (Taken one : taken) {
            for (int i = Math.max(0, at(one.from())); i < Math.min(busy.length, at(one.until())); i++) {
                busy[i] = true;
            }
        }
        Set<Integer> starts = new TreeSet<>();
        int firstDay = Math.floorDiv(shown[0], A_DAY) + 1;
        int lastDay = Math.floorDiv(shown[shown.length - 1], A_DAY) - 1;
        for (int day = firstDay; day <= lastDay; day++) {
            for (int[] hours : hours(rules, LocalDate.ofEpochDay(day))) {
                int open = firstShowing(day * A_DAY + hours[0]);
                int close = firstShowing(day * A_DAY + hours[1]);
                for (int i = open; i < close; i++) {
                    boolean onTheGrid =
                            (i - open) % rules.slot().plus(rules.buffer()).toMinutes() == 0;
                    if (onTheGrid && !again[i] && i + rules.slot().toMinutes() <= close && idle(busy, i, rules)) {
                        starts.add(i);
                    }
                }
            }
        }
        return starts.stream()
                .map(i -> begin.plusSeconds(60L * i))
                .filter(start -> !start.isBefore(from) && start.isBefore(to))
                .filter(start -> !start.isBefore(now.plus(rules.notice())))
                .filter(start -> start.isBefore(now.plus(rules.ahead())))
                .toList();
    }

    /** The appointment and the pause after it meet nothing that is taken. */
    private static boolean idle(boolean[] busy, int start, Rules rules) {
        for (int i = start; i < start + rules.slot().plus(rules.buffer()).toMinutes(); i++) {
            if (busy[i]) {
                return false;
            }
        }
        return true;
    }

    /** When the clock first shows that minute or, where it leaves it out, a later one. */
    private int firstShowing(int minute) {
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] >= minute) {
                return i;
            }
        }
        throw new IllegalStateException("too little is known");
    }

    private int at(Instant instant) {
        return (int) Duration.between(begin, instant).toMinutes();
    }

    /** From and until, in minutes of the day; two that share a minute are one. */
    private static List<int[]> hours(Rules rules, LocalDate day) {
        List<int[]> all = new ArrayList<>();
        boolean off = false;
        boolean instead = false;
        for (DayException exception : rules.exceptions()) {
            if (day.isBefore(exception.first()) || day.isAfter(exception.last())) {
                continue;
            }
            off |= exception.kind() == DayException.Kind.OFF;
            instead |= exception.kind() == DayException.Kind.INSTEAD;
        }
        for (DayException exception : rules.exceptions()) {
            boolean today = !day.isBefore(exception.first()) && !day.isAfter(exception.last());
            boolean counts = exception.kind() == DayException.Kind.EXTRA
                    || exception.kind() == DayException.Kind.INSTEAD && !off;
            if (today && counts && exception.span() != null) {
                add(all, exception.span());
            }
        }
        if (!off && !instead) {
            rules.week().getOrDefault(day.getDayOfWeek(), List.of()).forEach(span -> add(all, span));
        }
        return all;
    }

    private static void add(List<int[]> all, Span span) {
        int[] one = {minute(span.from()), span.to().equals(LocalTime.MIDNIGHT) ? A_DAY : minute(span.to())};
        for (int i = 0; i < all.size(); i++) {
            int[] other = all.get(i);
            if (other[0] < one[1] && one[0] < other[1]) {
                all.remove(i);
                one = new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])};
                i = -1;
            }
        }
        all.add(one);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
