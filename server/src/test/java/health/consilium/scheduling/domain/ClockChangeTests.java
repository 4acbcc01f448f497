package health.consilium.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Slot;
import health.consilium.scheduling.Span;
import health.consilium.scheduling.domain.Slots.Taken;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A1, U2: forty zones, each around both of its clock changes, with weeks and exceptions made up at random from a seed. */
class ClockChangeTests {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "Europe/Dublin",
            "Europe/Lisbon",
            "Europe/Paris",
            "Europe/Madrid",
            "Europe/Rome",
            "Europe/Athens",
            "Europe/Helsinki",
            "Europe/Kyiv",
            "Europe/Bucharest",
            "Europe/Chisinau",
            "Europe/Warsaw",
            "Europe/Stockholm",
            "Atlantic/Azores",
            "Atlantic/Canary",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Anchorage",
            "America/Adak",
            "America/Halifax",
            "America/St_Johns",
            "America/Havana",
            "America/Santiago",
            "America/Miquelon",
            "America/Nuuk",
            "America/Port-au-Prince",
            "America/Tijuana",
            "Asia/Jerusalem",
            "Asia/Beirut",
            "Africa/Cairo",
            "Australia/Sydney",
            "Australia/Adelaide",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Easter",
            "Pacific/Norfolk");
    private static final Instant FROM = Instant.parse("2030-01-01T00:00:00Z");
    private static final int WEEKS_EACH = 60;
    /** Those looked at minute by minute. */
    private static final int WEEKS_BY_MINUTE = 12;

    /** Clocks that are never changed, or by other than an hour, or more than twice a year. */
    private static final List<String> STRANGE = List.of(
            "Asia/Kathmandu",
            "Asia/Kolkata",
            "Australia/Eucla",
            "Pacific/Kiritimati",
            "Antarctica/Troll",
            "Africa/Casablanca");

    @Test
    @DisplayName("there are forty zones, and each changes its clock twice a year")
    void fortyZones() {
        assertThat(ZONES).hasSize(40).doesNotHaveDuplicates();
        assertThat(ZONES)
                .allSatisfy(zone -> assertThat(changes(ZoneId.of(zone))).hasSize(2));
        assertThat(ZONES.stream().flatMap(zone -> changes(ZoneId.of(zone)).stream()))
                .anyMatch(change -> change.getDateTimeBefore().toLocalTime().equals(LocalTime.MIDNIGHT))
                .anyMatch(change -> change.getDuration().abs().equals(Duration.ofMinutes(30)));
    }

    @TestFactory
    @DisplayName("A1: no slot twice, none in the past, none outside of its span, each exactly as long as it should be")
    Stream<DynamicTest> aroundEachChange() {
        return ZONES.stream()
                .flatMap(name -> changes(ZoneId.of(name)).stream()
                        .map(change -> DynamicTest.dynamicTest(
                                name + (change.isGap() ? " puts its clock forward" : " puts its clock back"),
                                () -> check(ZoneId.of(name), change))));
    }

    private static void check(ZoneId zone, ZoneOffsetTransition change) {
        Random random = new Random(zone.getId().hashCode() * 31L + change.toEpochSecond());
        int offered = 0;
        for (int i = 0; i < WEEKS_EACH; i++) {
            Rules rules = rules(zone, random);
            Instant now = change.getInstant().minus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            List<Taken> taken = taken(change.getInstant(), random);
            List<Slot> slots = Slots.free(rules, taken, now, now, now.plus(Duration.ofDays(5)), Integer.MAX_VALUE);
            lawful(rules, taken, now, slots);
            offered += slots.size();
        }
        assertThat(offered).isGreaterThan(WEEKS_EACH);
    }

    @TestFactory
    @DisplayName(
            "A1: nothing is missing and nothing too much: what a look at the doctor's clock, minute by minute, finds")
    Stream<DynamicTest> minuteByMinute() {
        return Stream.concat(ZONES.stream(), STRANGE.stream())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<Instant> around = changes(ZoneId.of(name)).stream()
                            .map(ZoneOffsetTransition::getInstant)
                            .toList();
                    for (Instant change : around.isEmpty() ? List.of(FROM) : around) {
                        compare(ZoneId.of(name), change);
                    }
                }));
    }

    private static void compare(ZoneId zone, Instant change) {
        Random random = new Random(zone.getId().hashCode() * 17L + change.getEpochSecond());
        EveryMinute minutes = new EveryMinute(zone, change.minus(Duration.ofDays(6)), Duration.ofDays(12));
        int found = 0;
        for (int i = 0; i < WEEKS_BY_MINUTE; i++) {
            Rules week = rules(zone, random);
            LocalDate there = change.atZone(zone).toLocalDate();
            // Every other time a limit cuts the days short.
            Rules rules = new Rules(
                    zone,
                    week.week(),
                    exceptions(there, random),
                    week.slot(),
                    week.buffer(),
                    week.notice(),
                    Duration.ofDays(i % 2 == 0 ? 30 : 2));
            Instant now = change.minus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
            List<Taken> taken = taken(change, random);
            Instant to = now.plus(Duration.ofDays(4));
            List<Instant> expected = minutes.free(rules, taken, now, now, to);
            assertThat(Slots.free(rules, taken, now, now, to, Integer.MAX_VALUE).stream()
                            .map(Slot::start)
                            .toList())
                    .as("%s around %s, seen from %s, of %s without %s", zone, change, now, rules, taken)
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).as("something was there to find").isGreaterThan(WEEKS_BY_MINUTE);
    }

    /** Days off, other and additional hours on and around the day of the change, also such that overlap each other. */
    private static List<DayException> exceptions(LocalDate day, Random random) {
        List<DayException> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate first = day.plusDays(random.nextInt(5) - 2L);
            DayException.Kind kind = DayException.Kind.values()[random.nextInt(DayException.Kind.values().length)];
            int from = random.nextInt(23 * 60);
            int length = 15 + random.nextInt(240);
            LocalTime to =
                    from + length >= 24 * 60 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay((from + length) * 60L);
            Span span = kind == DayException.Kind.OFF ? null : new Span(LocalTime.ofSecondOfDay(from * 60L), to);
            all.add(new DayException(first, first.plusDays(random.nextInt(3)), kind, span));
        }
        return all;
    }

    private static void lawful(Rules rules, List<Taken> taken, Instant now, List<Slot> slots) {
        assertThat(slots).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
        assertThat(slots.stream().map(Slot::start)).doesNotHaveDuplicates();
        assertThat(slots.stream().map(slot -> local(slot.start(), rules)))
                .as("no local time is offered twice")
                .doesNotHaveDuplicates();
        for (Slot slot : slots) {
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(rules.slot());
            assertThat(slot.start()).isAfterOrEqualTo(now.plus(rules.notice()));
            assertThat(inHours(slot.start(), rules))
                    .as("start of %s in %s", slot, rules)
                    .isTrue();
            assertThat(taken)
                    .noneMatch(one -> one.from().isBefore(slot.end().plus(rules.buffer()))
                            && slot.start().isBefore(one.until()));
        }
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i).start()).isAfterOrEqualTo(slots.get(i - 1).end());
        }
    }

    /** Said anew, without instants: a reader of the doctor's clock and of the doctor's list of hours. */
    private static boolean inHours(Instant instant, Rules rules) {
        LocalDateTime there = local(instant, rules);
        return Objects.requireNonNull(rules.week().get(there.getDayOfWeek())).stream()
                .anyMatch(span -> !there.toLocalTime().isBefore(span.from())
                        && (span.to().equals(LocalTime.MIDNIGHT)
                                || there.toLocalTime().isBefore(span.to())));
    }

    private static LocalDateTime local(Instant instant, Rules rules) {
        return instant.atZone(rules.zone()).toLocalDateTime();
    }

    /** Mostly at night, where clocks are changed. */
    private static Rules rules(ZoneId zone, Random random) {
        Map<DayOfWeek, List<Span>> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = new ArrayList<>();
            int at = random.nextInt(120);
            while (at < 24 * 60 - 30 && spans.size() < 4) {
                int length = 15 + random.nextInt(300);
                LocalTime from = LocalTime.ofSecondOfDay(at * 60L);
                LocalTime to = at + length >= 24 * 60 ? LocalTime.MIDNIGHT : from.plusMinutes(length);
                spans.add(new Span(from, to));
                at += length + random.nextInt(240);
            }
            week.put(day, spans);
        }
        return new Rules(
                zone,
                week,
                List.of(),
                Duration.ofMinutes(10 + random.nextInt(50)),
                Duration.ofMinutes(random.nextInt(16)),
                Duration.ofMinutes(random.nextInt(120)),
                Duration.ofDays(30));
    }

    private static List<Taken> taken(Instant around, Random random) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant from = around.plus(Duration.ofMinutes(random.nextInt(6000) - 3000));
            taken.add(new Taken(from, from.plus(Duration.ofMinutes(1 + random.nextInt(60)))));
        }
        return taken;
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> found = new ArrayList<>();
        Instant at = FROM;
        for (int i = 0; i < 2; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            if (next != null && next.getInstant().isBefore(FROM.plus(Duration.ofDays(366)))) {
                found.add(next);
                at = next.getInstant();
            }
        }
        return found;
    }
}
