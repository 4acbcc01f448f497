package health.consilium.scheduling;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Bookings.Wish;
import health.consilium.testing.Clinic.Person;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A doctor who works each day from eight to eighteen: half an hour each, ten minutes of pause, at any notice. */
final class OfficeHours {
    static final Duration STEP = Duration.ofMinutes(40);

    private OfficeHours() {}

    static void publish(Availabilities availabilities, UserId doctor) {
        List<Span> day = List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        availabilities.publish(
                doctor,
                new Availability(
                        30,
                        10,
                        0,
                        60,
                        Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), any -> day)),
                        List.of(),
                        List.of("de", "en"),
                        "Takes time."));
    }

    /** The first slot of the day after tomorrow. The tests' clock never goes back: wake-ups could not bear it. */
    static Instant firstSlot(Clock clock) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .atZone(ZoneId.of("Europe/Berlin"))
                .plusDays(2)
                .with(LocalTime.of(8, 0))
                .toInstant();
    }

    static Wish wish(Person patient, Person doctor, Instant start) {
        return new Wish(patient.id(), doctor.id(), start, "A cough", Intake.NOTHING);
    }
}
