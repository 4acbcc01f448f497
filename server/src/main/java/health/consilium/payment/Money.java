package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sum that came.
 *
 * @param appointment what it said it was for; there may be no such appointment
 * @param provider which way it came: stripe, hook, demo or staff
 * @param reference its name there
 * @param counts whether it is the one that pays the appointment
 * @param byHand whether only the staff can give it back
 * @param refund the name of its refund at the payment system
 * @param why it is owed back; empty while it is not
 */
public record Money(
        UUID id,
        AppointmentId appointment,
        String provider,
        String reference,
        long amountMinor,
        String currency,
        Instant cameAt,
        State state,
        boolean counts,
        boolean byHand,
        @Nullable String refund,
        String why) {
    public enum State {
        KEPT,
        REFUND_DUE,
        REFUNDED
    }
}
