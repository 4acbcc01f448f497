package health.consilium.notification.outbox;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something to tell somebody.
 *
 * @param appointment what is about an account has the account's id here
 * @param at when, now at the earliest
 * @param until from then on it is of no use; nothing is written when that is past already
 */
public record Posting(
        Kind kind,
        AppointmentId appointment,
        UUID subject,
        int revision,
        UserId person,
        Instant at,
        Instant until,
        String detail) {
    public static Posting about(
            Kind kind, AppointmentId appointment, int revision, UserId person, Instant at, Instant until) {
        return new Posting(kind, appointment, appointment.value(), revision, person, at, until, "");
    }

    /** About the person's own account, each time anew. */
    public static Posting aboutAccount(Kind kind, UserId person, Instant now, Instant until) {
        return new Posting(kind, new AppointmentId(person.value()), UUID.randomUUID(), 0, person, now, until, "");
    }

    public Posting with(String detail) {
        return new Posting(kind, appointment, subject, revision, person, at, until, detail);
    }
}
