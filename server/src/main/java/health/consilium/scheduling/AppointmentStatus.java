package health.consilium.scheduling;

/** Where an appointment stands. The consultation, not this, says what happens minute by minute. */
public enum AppointmentStatus {
    /** Kept for somebody who is about to pay; not firm, and nobody is told of it. */
    HELD,
    /** Was held and not paid in time. Money that comes late may still make it BOOKED while the time is free. */
    EXPIRED,
    BOOKED,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** Whether there is, or was, a firm appointment: what is about to be paid, or was not paid in time, is none. */
    public boolean firm() {
        return this != HELD && this != EXPIRED;
    }
}
