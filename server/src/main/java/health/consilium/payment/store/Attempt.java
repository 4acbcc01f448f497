package health.consilium.payment.store;

import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient's try to pay.
 *
 * @param number counts from 1 for each appointment
 * @param base address of our pages when it was opened
 * @param session null until the payment system has answered
 */
public record Attempt(
        AppointmentId appointment,
        int number,
        String provider,
        State state,
        long amountMinor,
        String currency,
        String base,
        String locale,
        Instant openedAt,
        Instant expiresAt,
        @Nullable String session,
        @Nullable String url) {
    public enum State {
        OPENING,
        OPEN,
        /** The bank is at it. */
        PENDING,
        PAID,
        FAILED,
        EXPIRED
    }
}
