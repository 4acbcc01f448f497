package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clinic's appointments. A doctor's held and booked appointments never overlap: the database forbids it. */
public interface Appointments {
    /**
     * Books a slot firmly and publishes {@link AppointmentBooked} in the same transaction. What people book through
     * pages goes through {@link Bookings}, which keeps the rules.
     *
     * @throws health.consilium.kernel.Problem SLOT_TAKEN when it overlaps another of the doctor's appointments
     */
    Appointment book(UserId patient, UserId doctor, Instant start, Instant end, String reason);

    /** The same under an id chosen by the caller: for imports that must be repeatable. */
    Appointment book(AppointmentId id, UserId patient, UserId doctor, Instant start, Instant end, String reason);

    /**
     * The money has come: makes a held appointment firm, in the caller's transaction, and publishes
     * {@link AppointmentBooked}. One whose hold has run out is taken all the same while its time is free. Idempotent.
     *
     * @return whether it is (now) firmly booked; false when it was cancelled, or its hold ran out and its time is gone
     */
    boolean confirm(AppointmentId id);

    Optional<Appointment> find(AppointmentId id);

    /** Those of them that there are. */
    Set<AppointmentId> known(Collection<AppointmentId> ids);

    /** Of one patient or doctor, by start; firm ones only. */
    List<Appointment> of(UserId person);

    /** What a patient is about to pay for, by start. */
    List<Appointment> heldBy(UserId patient);

    /** All of the clinic with start in {@code [from, to)}, by start, firm ones only; for administration. */
    List<Appointment> between(Instant from, Instant to);

    /** Start of the doctor's next held or booked appointment at or after {@code from}, if any. */
    Optional<Instant> nextStartOf(UserId doctor, Instant from);

    /** Records the outcome; idempotent. A cancellation publishes {@link AppointmentCancelled}, by NOBODY. */
    void close(AppointmentId id, AppointmentStatus outcome);

    /**
     * Gives a firm appointment up and publishes {@link AppointmentCancelled}; one that is held is let go. Idempotent.
     *
     * @param person who did it
     * @throws health.consilium.kernel.Problem TOO_LATE when a conversation has begun
     */
    void cancel(AppointmentId id, Canceller by, UserId person, boolean refundDue, String reason);

    /** Records that a consultation was cancelled; idempotent. Publishes {@link AppointmentCancelled}. */
    void cancelled(AppointmentId id, Canceller by, boolean refundDue);

    /** Moves the end of a running appointment; SLOT_TAKEN when the doctor's next one stands in the way. */
    void extendTo(AppointmentId id, Instant end);

    /** What the patient said they need at this visit. */
    Optional<Intake> intakeOf(AppointmentId id);

    /** The same for many; those who said nothing are left out. */
    Map<AppointmentId, Intake> intakesOf(Collection<AppointmentId> ids);
}
