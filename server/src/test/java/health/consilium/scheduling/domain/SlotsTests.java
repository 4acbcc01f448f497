package health.consilium.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.scheduling.DayException;
import health.consilium.scheduling.DayException.Kind;
import health.consilium.scheduling.Slot;
import health.consilium.scheduling.Span;
import health.consilium.scheduling.domain.Slots.Taken;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A1: which times of a doctor are free. */
class SlotsTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Monday, nine in Berlin. */
    private static final Instant NOW = Instant.parse("2030-01-07T08:00:00Z");

    private static final Rules RULES = rules(BERLIN, everyDay(span("09:00", "12:00")));

    @Test
    @DisplayName("A1: a morning of three hours has six slots of thirty minutes, in the doctor's time")
    void aMorning() {
        assertThat(locals(RULES, day("2030-01-08"), List.of()))
                .containsExactly("09:00", "09:30", "10:00", "10:30", "11:00", "11:30");
    }

    @Test
    @DisplayName("A1: the pause after each appointment is kept, also beside what is taken")
    void theBuffer() {
        Rules paused = with(RULES, Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ZERO);
        assertThat(locals(paused, day("2030-01-08"), List.of())).containsExactly("09:00", "09:40", "10:20", "11:00");
        // Taken from 10:05 to 10:15, pause included: 09:40 would end at 10:10, and 09:00 has its pause until 09:40.
        Taken taken = new Taken(Instant.parse("2030-01-08T09:05:00Z"), Instant.parse("2030-01-08T09:15:00Z"));
        assertThat(locals(paused, day("2030-01-08"), List.of(taken))).containsExactly("09:00", "10:20", "11:00");
    }

    @Test
    @DisplayName("A1: what touches is free, what overlaps by a millisecond is not")
    void edgesOfWhatIsTaken() {
        Instant nine = Instant.parse("2030-01-08T08:00:00Z");
        Taken until = new Taken(nine.minusSeconds(600), nine);
        assertThat(locals(RULES, day("2030-01-08"), List.of(until))).startsWith("09:00");
        assertThat(locals(RULES, day("2030-01-08"), List.of(new Taken(nine.minusSeconds(600), nine.plusMillis(1)))))
                .startsWith("09:30");
        Instant half = nine.plus(Duration.ofMinutes(30));
        assertThat(locals(RULES, day("2030-01-08"), List.of(new Taken(half, half.plusMillis(1)))))
                .startsWith("09:00", "10:00");
        assertThat(locals(RULES, day("2030-01-08"), List.of(new Taken(half.minusMillis(1), half))))
                .startsWith("09:30");
    }

    @Test
    @DisplayName(
            "A1: a slot may be booked until the notice before its start, not a millisecond later, and none in the past")
    void notice() {
        Rules hour = with(RULES, Duration.ofMinutes(30), Duration.ZERO, Duration.ofHours(1));
        Instant ten = Instant.parse("2030-01-07T09:00:00Z");
        assertThat(starts(hour, List.of(), ten.minus(Duration.ofHours(1)))).startsWith(ten);
        assertThat(starts(hour, List.of(), ten.minus(Duration.ofHours(1)).plusMillis(1)))
                .startsWith(ten.plus(Duration.ofMinutes(30)));
        assertThat(starts(hour.atAnyNotice(), List.of(), ten)).startsWith(ten);
        assertThat(starts(hour.atAnyNotice(), List.of(), ten.plusMillis(1)))
                .startsWith(ten.plus(Duration.ofMinutes(30)));
    }

    @Test
    @DisplayName("A1: nothing is offered further ahead than the doctor wants")
    void ahead() {
        List<Instant> all = starts(RULES, List.of(), NOW);
        assertThat(all.getLast()).isBefore(NOW.plus(Duration.ofDays(60)));
        assertThat(all.getLast()).isAfter(NOW.plus(Duration.ofDays(58)));
    }

    @Test
    @DisplayName("A1: days off, other hours and additional hours")
    void exceptions() {
        LocalDate tuesday = day("2030-01-08");
        assertThat(locals(except(new DayException(tuesday, tuesday, Kind.OFF, null)), tuesday, List.of()))
                .isEmpty();
        assertThat(locals(
                        except(new DayException(tuesday, tuesday, Kind.INSTEAD, span("14:00", "15:00"))),
                        tuesday,
                        List.of()))
                .containsExactly("14:00", "14:30");
        assertThat(locals(
                        except(new DayException(tuesday, tuesday, Kind.EXTRA, span("11:30", "12:30"))),
                        tuesday,
                        List.of()))
                .as("additional hours that overlap the others offer no time twice")
                .containsExactly("09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00");
        assertThat(locals(
                        except(
                                new DayException(tuesday, tuesday.plusDays(13), Kind.OFF, null),
                                new DayException(tuesday, tuesday, Kind.EXTRA, span("23:00", "00:00"))),
                        tuesday,
                        List.of()))
                .as("extra hours on a day off; midnight is the end of the day")
                .containsExactly("23:00", "23:30");
        assertThat(locals(
                        except(new DayException(tuesday, tuesday.plusDays(1), Kind.OFF, null)),
                        tuesday.plusDays(2),
                        List.of()))
                .hasSize(6);
    }

    @Test
    @DisplayName(
            "A1: where the clock is put forward, two of the three hours are there; where it is put back, none comes twice")
    void clockChanges() {
        Rules night = rules(BERLIN, everyDay(span("01:00", "04:00")));
        assertThat(locals(night, day("2030-03-31"), List.of())).containsExactly("01:00", "01:30", "03:00", "03:30");
        assertThat(locals(night, day("2030-10-27"), List.of()))
                .containsExactly("01:00", "01:30", "02:00", "02:30", "03:00", "03:30");
        assertThat(locals(rules(BERLIN, everyDay(span("02:15", "04:00"))), day("2030-03-31"), List.of()))
                .as("what begins in the gap begins where the gap ends")
                .containsExactly("03:00", "03:30");
        assertThat(locals(rules(BERLIN, everyDay(span("02:00", "03:00"))), day("2030-03-31"), List.of()))
                .isEmpty();
    }

    private static Rules except(DayException... exceptions) {
        return new Rules(
                BERLIN, RULES.week(), List.of(exceptions), RULES.slot(), RULES.buffer(), RULES.notice(), RULES.ahead());
    }

    private static List<String> locals(Rules rules, LocalDate day, List<Taken> taken) {
        Instant from = day.atStartOfDay(rules.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(rules.zone()).toInstant();
        Instant now = from.minus(Duration.ofDays(1));
        return Slots.free(rules, taken, now, from, to, 1000).stream()
                .map(slot -> slot.start().atZone(rules.zone()).toLocalTime().toString())
                .toList();
    }

    private static List<Instant> starts(Rules rules, List<Taken> taken, Instant now) {
        return Slots.free(rules, taken, now, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE).stream()
                .map(Slot::start)
                .toList();
    }

    static Rules rules(ZoneId zone, Map<DayOfWeek, List<Span>> week) {
        return new Rules(
                zone, week, List.of(), Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, Duration.ofDays(60));
    }

    private static Rules with(Rules r, Duration slot, Duration buffer, Duration notice) {
        return new Rules(r.zone(), r.week(), r.exceptions(), slot, buffer, notice, r.ahead());
    }

    static Map<DayOfWeek, List<Span>> everyDay(Span... spans) {
        List<Span> hours = List.of(spans);
        return Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> hours));
    }

    static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
