package health.consilium.consultation;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as other modules see it: a snapshot, true at {@code version}.
 *
 * @param version grows by one with each change; a reader keeps the newest it has seen
 * @param present people who are here now
 * @param came people who are or were here
 * @param absent while INTERRUPTED: who dropped out
 * @param ringing the ring that is going on, if any
 * @param mediaUp while WAITING: whether somebody told that they receive the other one
 * @param opensAt first instant of entry, inclusive
 * @param endsAt end of the slot with extensions, exclusive
 * @param patientRangAt the patient's first ring: since then they have been waiting
 * @param noShowAt when the doctor counts as not come, once armed
 * @param graceEndsAt while INTERRUPTED: when the absent person counts as gone
 * @param extensionAvailable minutes by which the doctor may still extend
 */
public record ConsultationView(
        ConsultationId id,
        AppointmentId appointment,
        UserId patient,
        UserId doctor,
        PhaseName phase,
        long version,
        Set<UserId> present,
        Set<UserId> came,
        @Nullable UserId absent,
        @Nullable Ring ringing,
        boolean mediaUp,
        Instant opensAt,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant patientRangAt,
        @Nullable Instant noShowAt,
        @Nullable Instant graceEndsAt,
        @Nullable Instant firstLiveAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        int extendedMinutes,
        int extensionAvailable) {

    /** Who rings since when. */
    public record Ring(UserId by, Instant since) {}

    public boolean isParticipant(UserId user) {
        return patient.equals(user) || doctor.equals(user);
    }

    /** The other one of the two people whose consultation this is. */
    public UserId other(UserId user) {
        return patient.equals(user) ? doctor : patient;
    }

    public boolean ended() {
        return phase == PhaseName.ENDED;
    }
}
