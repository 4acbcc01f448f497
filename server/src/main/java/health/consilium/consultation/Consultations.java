package health.consilium.consultation;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The consultations of the clinic. Every change is a fact handed to the one state machine; deadlines already past are
 * applied first, so an answer never depends on how late a timer ran. A fact about an ended consultation is ignored.
 *
 * <p>All methods are transactional; events are published after the row is written, in the same transaction.
 */
public interface Consultations {
    Optional<ConsultationView> find(ConsultationId id);

    Optional<ConsultationView> ofAppointment(AppointmentId appointment);

    /** Many at once, for lists. */
    List<ConsultationView> ofAppointments(Collection<AppointmentId> appointments);

    /**
     * Where the time of an appointment does not tell whether its conversation is over.
     *
     * @param over ended, although the appointment goes on or is to come
     * @param open goes on, or may, whatever the end that was booked
     */
    record AgainstTheClock(Set<AppointmentId> over, Set<AppointmentId> open) {}

    AgainstTheClock againstTheClock(Instant now);

    /** When this person last missed a ring about each of these, unless they have come, answered or declined since (L4). */
    Map<ConsultationId, Instant> missedRings(UserId person, Collection<ConsultationId> ids);

    /** Not ended and open for this person now or later; for lobby snapshots. */
    List<ConsultationView> currentOf(UserId person);

    /** Every consultation in WAITING, LIVE or INTERRUPTED; signalling asks once after a restart. */
    List<ConsultationView> inProgress();

    /** Those that ended in {@code [from, to)}, in the order of their ends; for reports. */
    List<ConsultationView> endedBetween(Instant from, Instant to);

    /**
     * Asks to come in: participant, window, gates (paid, …). Changes no phase.
     *
     * @throws health.consilium.kernel.Problem NOT_FOUND, NOT_A_PARTICIPANT, NOT_PAID, TOO_EARLY, TOO_LATE,
     *     APPOINTMENT_CANCELLED, CONSULTATION_ENDED, PROVIDER_UNAVAILABLE
     */
    Entry enter(AppointmentId appointment, CurrentUser who);

    /** What {@link #enter} would answer now: the refusal, or empty when the way is free. Changes nothing. */
    Optional<Problem> refusal(AppointmentId appointment, CurrentUser who);

    /** The person's session says "I am here" (fact Present). */
    ConsultationView arrived(ConsultationId id, UserId who);

    /** The person's media link to the other is up (fact MediaUp). */
    ConsultationView mediaUp(ConsultationId id, UserId who);

    /** What was negotiated while waiting is gone; both links must come up anew (fact MediaReset). */
    ConsultationView mediaReset(ConsultationId id);

    /** The person cannot be reached any more, by signalling and by media (fact LinkLost). */
    ConsultationView linkLost(ConsultationId id, UserId who);

    /** The person chose to leave; they may come back until the slot ends. */
    ConsultationView left(ConsultationId id, UserId who);

    /** Rings the other one (fact Rung). */
    ConsultationView ring(ConsultationId id, UserId by);

    ConsultationView cancelRing(ConsultationId id, UserId by);

    /** @throws health.consilium.kernel.Problem NOT_RINGING when the ring is over or was answered elsewhere */
    ConsultationView accept(ConsultationId id, UserId by);

    /** @throws health.consilium.kernel.Problem NOT_RINGING when the ring is over or was answered elsewhere */
    ConsultationView decline(ConsultationId id, UserId by, DeclineReason why, @Nullable String note);

    /** Ends for all: the doctor or an administrator. */
    ConsultationView end(ConsultationId id, CurrentUser by);

    /** Gives the appointment up before it was ever live. */
    ConsultationView cancel(ConsultationId id, CurrentUser by);

    /** @throws health.consilium.kernel.Problem EXTENSION_NOT_POSSIBLE with {@code availableMinutes} */
    ConsultationView extend(ConsultationId id, CurrentUser by, int minutes);
}
