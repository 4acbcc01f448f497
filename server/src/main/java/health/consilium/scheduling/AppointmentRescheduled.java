package health.consilium.scheduling;

/**
 * A firm appointment has another time. One that was only held is not told.
 *
 * @param reason what whoever moved it said to the other side; may be empty; may be health data
 */
public record AppointmentRescheduled(Appointment before, Appointment after, String reason) {}
