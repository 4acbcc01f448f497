package health.consilium.payment.domain;

/** What can happen to the payment of an appointment. */
public enum PaymentFact {
    /** The right sum came, and the appointment stands. */
    MONEY_CAME,
    /** The right sum came, and the appointment does not take place: cancelled, or its hold ran out. */
    MONEY_CAME_TOO_LATE,
    /** The patient gets back what was paid. */
    REFUND_OWED,
    /** The sum that paid the appointment went back. */
    MONEY_WENT_BACK,
    /** A refund that was thought done came to nothing. */
    REFUND_CAME_TO_NOTHING
}
