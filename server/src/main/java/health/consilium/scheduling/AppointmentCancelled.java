package health.consilium.scheduling;

/** A booked slot was given up before the consultation was held. */
public record AppointmentCancelled(Appointment appointment) {}
