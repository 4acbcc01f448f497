package health.consilium.payment.domain;

import static health.consilium.payment.PaymentStatus.PAID;
import static health.consilium.payment.PaymentStatus.REFUNDED;
import static health.consilium.payment.PaymentStatus.REFUND_DUE;
import static health.consilium.payment.PaymentStatus.UNPAID;
import static health.consilium.payment.domain.Transition.Effect.KEEP;
import static health.consilium.payment.domain.Transition.Effect.NONE;
import static health.consilium.payment.domain.Transition.Effect.OWE_BACK;
import static health.consilium.payment.domain.Transition.Effect.OWE_BACK_SURPLUS;
import static health.consilium.payment.domain.Transition.Effect.SETTLE;

import health.consilium.payment.PaymentStatus;

/** Row A2: where a payment stands, and what becomes of it. Every cell of the table is here and nowhere else. */
public final class Transitions {
    private Transitions() {}

    public static Transition of(PaymentStatus from, PaymentFact fact) {
        return switch (fact) {
            case MONEY_CAME -> came(from, PAID, KEEP);
            case MONEY_CAME_TOO_LATE -> came(from, REFUND_DUE, OWE_BACK);
            case REFUND_OWED -> from == PAID ? new Transition(REFUND_DUE, OWE_BACK) : stays(from);
            case MONEY_WENT_BACK ->
                switch (from) {
                    case PAID, REFUND_DUE -> new Transition(REFUNDED, SETTLE);
                    case UNPAID, REFUNDED -> stays(from);
                };
            case REFUND_CAME_TO_NOTHING ->
                switch (from) {
                    case REFUND_DUE, REFUNDED -> new Transition(REFUND_DUE, OWE_BACK);
                    case UNPAID, PAID -> stays(from);
                };
        };
    }

    /** Only the first sum counts. Whatever comes later is one too many. */
    private static Transition came(PaymentStatus from, PaymentStatus to, Transition.Effect effect) {
        return from == UNPAID ? new Transition(to, effect) : new Transition(from, OWE_BACK_SURPLUS);
    }

    private static Transition stays(PaymentStatus status) {
        return new Transition(status, NONE);
    }
}
