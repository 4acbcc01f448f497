package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.time.Instant;

/**
 * A booked slot {@code [start, end)} between one patient and one doctor.
 *
 * @param reason the reason for visit in the patient's words; health data
 */
public record Appointment(
        AppointmentId id,
        UserId patient,
        UserId doctor,
        Instant start,
        Instant end,
        String reason,
        AppointmentStatus status) {

    public boolean isParticipant(UserId user) {
        return patient.equals(user) || doctor.equals(user);
    }
}
