package health.consilium.payment;

/** What the history of a payment tells. */
public enum PaymentEventKind {
    CHECKOUT_OPENED,
    CHECKOUT_PENDING,
    CHECKOUT_FAILED,
    CHECKOUT_EXPIRED,
    PAID,
    /** It came after the appointment was cancelled or its hold ran out. */
    PAID_TOO_LATE,
    PAID_TWICE,
    /** Sum, currency or appointment were not those of what was to be paid. */
    PAID_WRONG,
    REFUND_DUE,
    REFUND_SENT,
    REFUNDED,
    REFUNDED_IN_PART,
    REFUND_FAILED,
    DISPUTED;

    /** Whether somebody of the staff should know. */
    public boolean needsAttention() {
        return this == PAID_WRONG || this == REFUNDED_IN_PART || this == REFUND_FAILED || this == DISPUTED;
    }
}
