package health.consilium.scheduling;

/** A held slot was not paid in time, or its patient let it go: it is free for everybody again. */
public record HoldExpired(Appointment appointment) {}
