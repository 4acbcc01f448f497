package health.consilium.payment;

import health.consilium.consultation.ConsultationEnded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** L11: when it was the clinic's fault, the money is owed back. Told again after a crash; doing it twice changes nothing. */
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
}
