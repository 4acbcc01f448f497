package health.consilium.notification.told;

import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Posting;
import health.consilium.scheduling.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a patient is reminded: a day and a quarter of an hour before; not of what was booked later than that. */
final class Reminders {
    static final Duration DAY = Duration.ofHours(24);
    static final Duration SOON = Duration.ofMinutes(15);
    static final List<Kind> KINDS = List.of(Kind.REMINDER_DAY, Kind.REMINDER_SOON);

    private Reminders() {}

    /** @param now when it was booked or moved to this time */
    static List<Posting> of(Appointment appointment, int revision, Instant now) {
        List<Posting> all = new ArrayList<>();
        Instant start = appointment.start();
        remind(all, Kind.REMINDER_DAY, appointment, revision, start.minus(DAY), start.minus(SOON), now);
        remind(all, Kind.REMINDER_SOON, appointment, revision, start.minus(SOON), start, now);
        return all;
    }

    private static void remind(
            List<Posting> all,
            Kind kind,
            Appointment appointment,
            int revision,
            Instant at,
            Instant until,
            Instant now) {
        if (now.isBefore(at)) {
            all.add(Posting.about(kind, appointment.id(), revision, appointment.patient(), at, until));
        }
    }
}
