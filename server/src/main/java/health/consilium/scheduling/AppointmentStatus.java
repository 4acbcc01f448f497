package health.consilium.scheduling;

/** Where an appointment stands. The consultation, not this, says what happens minute by minute. */
public enum AppointmentStatus {
    BOOKED,
    COMPLETED,
    CANCELLED,
    NO_SHOW
}
