package health.consilium.testing;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.testing.Clinic.Person;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Two people in a consultation, and what they agree to record. */
@TestComponent
public class RecordedCalls {
    public static final Reading READ = new Reading("1", "en");

    private final Clinic clinic;
    private final Consultations consultations;
    private final Recordings recordings;

    RecordedCalls(Clinic clinic, Consultations consultations, Recordings recordings) {
        this.clinic = clinic;
        this.consultations = consultations;
        this.recordings = recordings;
    }

    public record Two(Person patient, Person doctor, ConsultationId call) {}

    public Two doctorIsHere() {
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        ConsultationId call = consultations
                .ofAppointment(clinic.now(patient, doctor, true).id())
                .orElseThrow()
                .id();
        consultations.arrived(call, doctor.id());
        return new Two(patient, doctor, call);
    }

    public Two bothAreHere() {
        Two two = doctorIsHere();
        consultations.arrived(two.call, two.patient.id());
        return two;
    }

    /** The doctor asks, the patient agrees. */
    public UUID records(Two two) {
        UUID id = recordings.request(two.call, two.doctor.id(), READ).id();
        recordings.answer(id, two.call, two.patient.id(), true, READ);
        return id;
    }
}
