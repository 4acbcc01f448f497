package health.consilium.notification.told;

import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
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
        both(Kind.INVITATION, appointment, 0, now);
        Reminders.of(appointment, 0, now).forEach(postbox::post);
    }

    private void both(Kind kind, Appointment about, int revision, Instant now) {
        postbox.post(Posting.about(kind, about.id(), revision, about.patient(), now, about.end()));
        postbox.post(Posting.about(kind, about.id(), revision, about.doctor(), now, about.end()));
    }
}
