package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booked slot {@code [start, end)} between one patient and one doctor.
 *
 * @param reason the reason for visit in the patient's words; health data
 * @param heldUntil while HELD: when the time becomes free again unless it is paid
 * @param revision how often its time was changed or it was given up; a calendar's SEQUENCE
 */
public record Appointment(
        AppointmentId id,
        UserId patient,
        UserId doctor,
        Instant start,
        Instant end,
        String reason,
        AppointmentStatus status,
        @Nullable Instant heldUntil,
        int revision) {

    /** One that was never held or moved. */
    public Appointment(
            AppointmentId id,
            UserId patient,
            UserId doctor,
            Instant start,
            Instant end,
            String reason,
            AppointmentStatus status) {
        this(id, patient, doctor, start, end, reason, status, null, 0);
    }

    public boolean isParticipant(UserId user) {
        return patient.equals(user) || doctor.equals(user);
    }
}
