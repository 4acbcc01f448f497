package health.consilium.payment;

import health.consilium.consultation.spi.EntryGate;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** L8: only a paid appointment can be entered. */
@Component
class PaymentGate implements EntryGate {
    private final Payments payments;

    PaymentGate(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Optional<Problem> refusal(Appointment appointment, UserId who, Instant now) {
        PaymentStatus status = payments.of(appointment.id()).status();
        if (status == PaymentStatus.PAID) {
            return Optional.empty();
        }
        String words = who.equals(appointment.patient())
                ? "This appointment is not paid yet. Please pay first; then you can come in."
                : "The patient has not paid yet. The consultation opens as soon as the payment is there.";
        return Optional.of(new Problem(ErrorCode.NOT_PAID, words, Map.of("payment", status.name())));
    }
}
