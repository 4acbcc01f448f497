package health.consilium.payment;

import health.consilium.consultation.ConsultationEnded;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.Canceller;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** L11: when the rules say so, the money is owed back. Told again after a crash, or by both: doing it twice changes nothing. */
@Component
class RefundOnEnd {
    private final Payments payments;

    RefundOnEnd(Payments payments) {
        this.payments = payments;
    }

    @ApplicationModuleListener
    void on(ConsultationEnded ended) {
        var reason = ended.view().endReason();
        if (reason != null && reason.refundDue()) {
            payments.markRefundDue(ended.view().appointment(), reason.name());
        }
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled cancelled) {
        if (cancelled.refundDue()) {
            String why = cancelled.by() == Canceller.NOBODY ? "CANCELLED" : "CANCELLED_BY_" + cancelled.by();
            payments.markRefundDue(cancelled.appointment().id(), why);
        }
    }
}
