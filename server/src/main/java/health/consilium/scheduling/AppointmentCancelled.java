package health.consilium.scheduling;

/**
 * A slot was given up before a conversation was held. One that was only held is not told.
 *
 * @param by who gave it up
 * @param refundDue whether money that was paid for it is owed back, by the clinic's rules
 * @param reason what whoever gave it up said to the other side; may be empty; may be health data
 */
public record AppointmentCancelled(Appointment appointment, Canceller by, boolean refundDue, String reason) {}
