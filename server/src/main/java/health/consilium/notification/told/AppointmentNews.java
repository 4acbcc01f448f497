package health.consilium.notification.told;

import health.consilium.notification.mail.Details;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentRescheduled;
import health.consilium.scheduling.Canceller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Told in the transaction of the booking: an appointment and its invitation are there together, or not at all. */
@Component
class AppointmentNews {
    private final Postbox postbox;
    private final Clock clock;

    AppointmentNews(Postbox postbox, Clock clock) {
        this.postbox = postbox;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentBooked booked) {
        Appointment appointment = booked.appointment();
        Instant now = clock.instant();
        both(Kind.INVITATION, appointment, now, appointment.end(), "");
        Reminders.of(appointment, appointment.revision(), now).forEach(postbox::post);
    }

    @EventListener
    void on(AppointmentRescheduled moved) {
        Appointment after = moved.after();
        Instant now = clock.instant();
        postbox.drop(after.id(), Reminders.KINDS);
        both(
                Kind.RESCHEDULED,
                after,
                now,
                after.end(),
                Details.before(moved.before().start()));
        Reminders.of(after, after.revision(), now).forEach(postbox::post);
    }

    /** That nobody came is told by the consultation, with its reason. */
    @EventListener
    void on(AppointmentCancelled cancelled) {
        Appointment appointment = cancelled.appointment();
        postbox.drop(appointment.id(), Reminders.KINDS);
        if (cancelled.by() != Canceller.NOBODY) {
            Instant now = clock.instant();
            String detail = cancelled.refundDue() ? Details.REFUND : "";
            both(Kind.CANCELLED, appointment, now, now.plus(ConsultationNews.KNOWN), detail);
        }
    }

    private void both(Kind kind, Appointment about, Instant now, Instant until, String detail) {
        int revision = about.revision();
        postbox.post(Posting.about(kind, about.id(), revision, about.patient(), now, until)
                .with(detail));
        postbox.post(Posting.about(kind, about.id(), revision, about.doctor(), now, until)
                .with(detail));
    }
}
