package health.consilium.payment.domain;

import health.consilium.payment.PaymentStatus;

/** @param effect what is to be done with the sum that the fact is about */
public record Transition(PaymentStatus to, Effect effect) {
    public enum Effect {
        /** Nothing changes. */
        NONE,
        /** It pays the appointment: keep it, give a receipt. */
        KEEP,
        /** It is owed back. */
        OWE_BACK,
        /** It came although the appointment was paid for before: it alone is owed back. */
        OWE_BACK_SURPLUS,
        /** It is back where it came from. */
        SETTLE
    }
}
