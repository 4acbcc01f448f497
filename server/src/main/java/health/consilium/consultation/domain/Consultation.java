package health.consilium.consultation.domain;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.Set;

/**
 * One consultation as a value.
 *
 * @param endsAt end of the slot with extensions, exclusive
 */
public record Consultation(
        ConsultationId id,
        AppointmentId appointment,
        UserId patient,
        UserId doctor,
        Instant startsAt,
        Instant endsAt,
        Phase phase,
        History history) {

    public static Consultation scheduled(
            ConsultationId id, AppointmentId appointment, UserId patient, UserId doctor, Instant start, Instant end) {
        return new Consultation(id, appointment, patient, doctor, start, end, new Phase.Scheduled(), History.NONE);
    }

    public boolean ended() {
        return phase instanceof Phase.Ended;
    }

    public boolean isParticipant(UserId who) {
        return patient.equals(who) || doctor.equals(who);
    }

    public UserId other(UserId who) {
        return patient.equals(who) ? doctor : patient;
    }

    Set<UserId> both() {
        return Set.of(patient, doctor);
    }

    /** Who is here now. */
    public Set<UserId> present() {
        return switch (phase) {
            case Phase.Scheduled s -> Set.of();
            case Phase.Open o -> Set.of();
            case Phase.Waiting w -> w.present();
            case Phase.Live l -> both();
            case Phase.Interrupted i -> Sets.without(both(), i.absent());
            case Phase.Ended e -> Set.of();
        };
    }

    /** Who is or was here. */
    public Set<UserId> came() {
        Set<UserId> patients = history.patientCame() ? Set.of(patient) : Set.of();
        return history.doctorCame() ? Sets.with(patients, doctor) : patients;
    }

    Consultation in(Phase next) {
        return new Consultation(id, appointment, patient, doctor, startsAt, endsAt, next, history);
    }

    Consultation with(History next) {
        return new Consultation(id, appointment, patient, doctor, startsAt, endsAt, phase, next);
    }

    /** As if it had been booked for that time: whoever came or rang did so for another one. */
    Consultation at(Instant start, Instant end) {
        return new Consultation(id, appointment, patient, doctor, start, end, new Phase.Scheduled(), History.NONE);
    }

    Consultation endingAt(Instant end) {
        return new Consultation(id, appointment, patient, doctor, startsAt, end, phase, history);
    }
}
