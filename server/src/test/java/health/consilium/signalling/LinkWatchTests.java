package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.PhaseName;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Q4: who counts as lost: only whose connection is gone while the other side misses their media. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class LinkWatchTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    private Person patient;
    private Person doctor;
    private UUID call;
    private Socket patients;
    private Socket doctors;
    private int generation;

    @BeforeEach
    void bothSeeEachOther() {
        Clinic.Call paid = clinic.call();
        patient = paid.patient();
        doctor = paid.doctor();
        call = paid.id();
        patients = seated(patient);
        doctors = seated(doctor);
        generation = patients.hears("rtc.peer").at("/body/generation").asInt();
        link(patients, doctor, "up");
        link(doctors, patient, "up");
        assertThat(phase()).isEqualTo(PhaseName.LIVE);
    }

    private Socket seated(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        socket.say("join", "{}");
        socket.hears("ack");
        return socket;
    }

    private void link(Socket from, Person to, String state) {
        from.say(
                "media.link",
                "{\"peer\":\"%s\",\"generation\":%d,\"state\":\"%s\"}".formatted(to.id(), generation, state));
        from.hears("ack");
    }

    private PhaseName phase() {
        return consultations.find(new ConsultationId(call)).orElseThrow().phase();
    }

    private String absent(Socket heardBy) {
        for (; ; ) {
            String absent = heardBy.hears("state").at("/body/absent").asString("");
            if (!absent.isEmpty()) {
                return absent;
            }
        }
    }

    @Test
    @DisplayName("media that is lost while both are connected is nothing to tell: they are reconnecting")
    void reconnecting() {
        link(doctors, patient, "lost");
        assertThat(phase()).isEqualTo(PhaseName.LIVE);
        link(doctors, patient, "up");
        assertThat(phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("media lost first, then the connection: lost at once")
    void mediaThenConnection() {
        link(doctors, patient, "lost");
        patients.breakOff();
        assertThat(absent(doctors)).isEqualTo(patient.id().toString());
    }

    @Test
    @DisplayName("leaving is told at once")
    void leaving() {
        patients.say("leave", "{}");
        assertThat(doctors.hears("participant.left").at("/body/participant/id").asString())
                .isEqualTo(patient.id().toString());
    }

    @Test
    @DisplayName("a report about a generation that is over changes nothing")
    void oldGeneration() {
        doctors.say(
                "media.link",
                "{\"peer\":\"%s\",\"generation\":%d,\"state\":\"lost\"}".formatted(patient.id(), generation - 1));
        assertThat(doctors.hears("problem").at("/body/code").asString()).isEqualTo("STALE_GENERATION");
    }
}
