package health.consilium.payment.spi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a payment system tells. Amounts in the smallest unit, currencies in capitals. */
public sealed interface News {
    /**
     * The money is there.
     *
     * @param appointment what was paid for; it may be unknown here
     * @param session the page on which it was paid, if there was one
     * @param reference names the payment at the payment system
     * @param contradiction why it cannot be what it says it is, for example two appointments named at once; or null
     */
    record MoneyCame(
            UUID appointment,
            @Nullable String session,
            @Nullable Integer attempt,
            String reference,
            long amountMinor,
            String currency,
            @Nullable String contradiction)
            implements News {}

    /** How a try to pay goes on: the bank is at it, it failed, or nobody paid in time. */
    record CheckoutChanged(
            UUID appointment, String session, @Nullable Integer attempt, Turn turn) implements News {}

    enum Turn {
        PENDING,
        FAILED,
        EXPIRED
    }

    /** Money went back. @param whole whether nothing is left of it; null: it follows from the amount */
    record MoneyReturned(
            String reference,
            @Nullable String refund,
            long amountMinor,
            @Nullable Boolean whole) implements News {}

    /** A refund came to nothing. */
    record RefundFailed(String reference, String refund) implements News {}

    /** The payer's bank wants the money back. */
    record Disputed(String reference, String words) implements News {}

    /** Nothing that concerns us. */
    record Other(String kind) implements News {}
}
