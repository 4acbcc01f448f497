package health.consilium.testing;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.recording.segments.Intake;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.recording.store.TakeStore;
import health.consilium.testing.Clinic.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Two people in a consultation, and what they agree to record. */
@TestComponent
public class RecordedCalls {
    public static final Reading READ = new Reading("1", "en");

    private final Clinic clinic;
    private final Consultations consultations;
    private final Recordings recordings;
    private final TakeStore takes;
    private final Intake intake;
    private final Clock clock;

    RecordedCalls(
            Clinic clinic,
            Consultations consultations,
            Recordings recordings,
            TakeStore takes,
            Intake intake,
            Clock clock) {
        this.clinic = clinic;
        this.consultations = consultations;
        this.recordings = recordings;
        this.takes = takes;
        this.intake = intake;
        this.clock = clock;
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
        return records(two, READ);
    }

    public UUID records(Two two, Reading read) {
        UUID id = recordings.request(two.call, two.doctor.id(), read).id();
        recordings.answer(id, two.call, two.patient.id(), true, read);
        return id;
    }

    /** The doctor's page begins a take. @return its number */
    public int takes(Two two, UUID recording) {
        return takes.open(recording, two.doctor.id(), "video/webm;codecs=vp8,opus", clock.instant());
    }

    public void keeps(
            Two two, UUID recording, int take, int index, boolean last, Instant from, Instant to, byte[] content) {
        intake.take(
                new Intake.Arriving(recording, take, index, last, from, to, sha256(content)), content, two.doctor.id());
    }

    /** A take of one part with nothing in it. */
    public void keepsAPart(Two two, UUID recording) {
        Instant now = clock.instant();
        keeps(two, recording, takes(two, recording), 0, true, now, now, new byte[0]);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /** SHA-256. */
    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
