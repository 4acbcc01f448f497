package health.consilium.scheduling;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Booking, moving and giving up as people do it through pages: with the rules of doctors and clinic. */
public interface Bookings {
    /** What somebody would like to have. */
    record Wish(UserId patient, UserId doctor, Instant start, String reason, Intake intake) {}

    /**
     * What somebody may change about an appointment now.
     *
     * @param move whether they may choose another time
     * @param moveUntil for patients: the last instant at which they may
     * @param cancel whether they may give it up
     * @param refund whether money that was paid is then owed back
     * @param refundUntil for patients: the last instant at which it is
     */
    record Changes(boolean move, Instant moveUntil, boolean cancel, boolean refund, Instant refundUntil) {}

    /**
     * Free times of a doctor with start in {@code [from, to)}, by start; for a patient without those in which they have
     * another appointment themselves.
     *
     * @param most no more than so many
     */
    List<Slot> free(UserId doctor, Instant from, Instant to, int most, CurrentUser viewer);

    /**
     * A patient's booking is held until it is paid, staff's is firm at once.
     *
     * @throws health.consilium.kernel.Problem SLOT_TAKEN with the {@code next} free starts, PATIENT_BUSY, TOO_MANY_HOLDS
     */
    Appointment book(Wish wish, CurrentUser by);

    /**
     * Another time for the same appointment: it stays paid, and its consultation follows.
     *
     * @param reason what to tell the patient, where staff does it; may be empty
     * @throws health.consilium.kernel.Problem SLOT_TAKEN with the {@code next} free starts, PATIENT_BUSY,
     *     CHANGE_TOO_LATE with {@code until}, TOO_LATE once they have spoken, APPOINTMENT_CANCELLED
     */
    Appointment move(AppointmentId id, Instant start, String reason, CurrentUser by);

    /**
     * Gives it up; idempotent.
     *
     * @throws health.consilium.kernel.Problem TOO_LATE once they have spoken
     */
    void cancel(AppointmentId id, String reason, CurrentUser by);

    Changes changes(Appointment appointment, CurrentUser who);

    /** What was said about the last change of it, if anything was. */
    Optional<String> lastReason(AppointmentId id);

    /** What this patient needed at their last booking: proposed at the next one (U4). */
    Intake needsOf(UserId patient);
}
