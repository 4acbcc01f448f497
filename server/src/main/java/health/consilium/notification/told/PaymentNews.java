package health.consilium.notification.told;

import health.consilium.notification.mail.Details;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.payment.Refunded;
import health.consilium.scheduling.Appointments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Money that went back. */
@Component
class PaymentNews {
    private final Postbox postbox;
    private final Appointments appointments;
    private final Clock clock;

    PaymentNews(Postbox postbox, Appointments appointments, Clock clock) {
        this.postbox = postbox;
        this.appointments = appointments;
        this.clock = clock;
    }

    @EventListener
    void on(Refunded refunded) {
        Instant now = clock.instant();
        appointments
                .find(refunded.appointment())
                .ifPresent(appointment -> postbox.post(Posting.about(
                                Kind.REFUNDED,
                                appointment.id(),
                                0,
                                appointment.patient(),
                                now,
                                now.plus(ConsultationNews.KNOWN))
                        .with(Details.amount(refunded.amountMinor()))));
    }
}
