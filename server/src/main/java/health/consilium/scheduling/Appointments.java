package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clinic's appointments. A doctor's booked appointments never overlap: the database forbids it. */
public interface Appointments {
    /**
     * Books a slot and publishes {@link AppointmentBooked} in the same transaction.
     *
     * @throws health.consilium.kernel.Problem SLOT_TAKEN when it overlaps another of the doctor's appointments
     */
    Appointment book(UserId patient, UserId doctor, Instant start, Instant end, String reason);

    /** The same under an id chosen by the caller: for imports that must be repeatable. */
    Appointment book(AppointmentId id, UserId patient, UserId doctor, Instant start, Instant end, String reason);

    Optional<Appointment> find(AppointmentId id);

    /** Those of them that there are. */
    Set<AppointmentId> known(Collection<AppointmentId> ids);

    /** Of one patient or doctor, by start. */
    List<Appointment> of(UserId person);

    /** All of the clinic with start in {@code [from, to)}, by start; for administration. */
    List<Appointment> between(Instant from, Instant to);

    /** Start of the doctor's next booked appointment at or after {@code from}, if any. */
    Optional<Instant> nextStartOf(UserId doctor, Instant from);

    /** Records the outcome; idempotent. A cancellation publishes {@link AppointmentCancelled}. */
    void close(AppointmentId id, AppointmentStatus outcome);

    /** Moves the end of a running appointment; SLOT_TAKEN when the doctor's next one stands in the way. */
    void extendTo(AppointmentId id, Instant end);
}
