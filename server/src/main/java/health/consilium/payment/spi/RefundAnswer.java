package health.consilium.payment.spi;

import org.jspecify.annotations.Nullable;

/** What became of a refund. @param reference its name at the payment system */
public record RefundAnswer(State state, @Nullable String reference, String words) {
    public enum State {
        DONE,
        /** Taken on; a notice will tell how it ends. */
        ON_ITS_WAY,
        /** It cannot be done this way: the staff has to. */
        REFUSED
    }
}
