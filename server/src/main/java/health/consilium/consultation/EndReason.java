package health.consilium.consultation;

/** Why a consultation is over. Each reason settles the seed status, the payment and the words both sides read. */
public enum EndReason {
    /** Ended by one of the two or by the clinic, after a conversation; by the doctor before one, too. */
    COMPLETED(Outcome.COMPLETED, false),
    /** The slot ran out after a conversation. */
    SLOT_ELAPSED(Outcome.COMPLETED, false),
    DOCTOR_NO_SHOW(Outcome.CANCELLED, true),
    PATIENT_NO_SHOW(Outcome.CANCELLED, false),
    CANCELLED_BY_PATIENT(Outcome.CANCELLED, false),
    CANCELLED_BY_DOCTOR(Outcome.CANCELLED, true),
    CANCELLED_BY_CLINIC(Outcome.CANCELLED, true),
    /** Both were there, but media never flowed until the slot was over. */
    NEVER_CONNECTED(Outcome.FAILED, true);

    /** Status words of the HTTP contract (row H4). */
    public enum Outcome {
        COMPLETED,
        CANCELLED,
        FAILED
    }

    private final Outcome outcome;
    private final boolean refundDue;

    EndReason(Outcome outcome, boolean refundDue) {
        this.outcome = outcome;
        this.refundDue = refundDue;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether a payment that was made is owed back to the patient. */
    public boolean refundDue() {
        return refundDue;
    }
}
