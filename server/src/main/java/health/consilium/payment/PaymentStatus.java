package health.consilium.payment;

/** Whether an appointment is paid. */
public enum PaymentStatus {
    UNPAID,
    PAID,
    /** The clinic owes the money back. */
    REFUND_DUE,
    REFUNDED
}
