package health.consilium.payment;

import health.consilium.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a payment; never changed, never deleted.
 *
 * @param by who did it; null: a payment system or we ourselves
 * @param provider stripe, hook, demo or staff
 * @param words a reason; no health data
 */
public record PaymentEvent(
        Instant at,
        PaymentEventKind kind,
        @Nullable UserId by,
        @Nullable String provider,
        @Nullable String reference,
        @Nullable Long amountMinor,
        @Nullable String currency,
        String words) {}
