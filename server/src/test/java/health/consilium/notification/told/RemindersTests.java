package health.consilium.notification.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.UserId;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Posting;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A3: when somebody is reminded. */
class RemindersTests {
    private static final Instant START = Instant.parse("2030-03-31T09:00:00Z");

    private static List<Kind> bookedBefore(Duration before) {
        return postings(before).stream().map(Posting::kind).toList();
    }

    private static List<Posting> postings(Duration before) {
        Appointment appointment = new Appointment(
                new AppointmentId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                START,
                START.plusSeconds(1800),
                "",
                AppointmentStatus.BOOKED);
        return Reminders.of(appointment, 0, START.minus(before));
    }

    @Test
    @DisplayName("A3: a day and a quarter of an hour before, to the millisecond, and of no use afterwards")
    void times() {
        List<Posting> both = postings(Duration.ofDays(3));
        assertThat(both).hasSize(2);
        assertThat(both.get(0).at()).isEqualTo(START.minus(Duration.ofHours(24)));
        assertThat(both.get(0).until()).isEqualTo(START.minus(Duration.ofMinutes(15)));
        assertThat(both.get(1).at()).isEqualTo(START.minus(Duration.ofMinutes(15)));
        assertThat(both.get(1).until()).isEqualTo(START);
    }

    @Test
    @DisplayName("A3: what is booked later than a reminder would come is not reminded of: edges of a millisecond")
    void edges() {
        Duration day = Duration.ofHours(24);
        assertThat(bookedBefore(day.plusMillis(1))).containsExactly(Kind.REMINDER_DAY, Kind.REMINDER_SOON);
        assertThat(bookedBefore(day)).containsExactly(Kind.REMINDER_SOON);
        assertThat(bookedBefore(day.minusMillis(1))).containsExactly(Kind.REMINDER_SOON);
        Duration soon = Duration.ofMinutes(15);
        assertThat(bookedBefore(soon.plusMillis(1))).containsExactly(Kind.REMINDER_SOON);
        assertThat(bookedBefore(soon)).isEmpty();
        assertThat(bookedBefore(soon.minusMillis(1))).isEmpty();
    }
}
