package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.signalling.session.SessionRegistry;
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

/** Which sessions go on over a new connection, and which are over. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ResumeTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private SessionRegistry registry;

    private Person patient;
    private Person doctor;
    private UUID call;

    @BeforeEach
    void aPaidAppointmentNow() {
        Clinic.Call paid = clinic.call();
        patient = paid.patient();
        doctor = paid.doctor();
        call = paid.id();
    }

    @Test
    @DisplayName("Q4: after a break the session goes on: what was missed comes, in order, before anything new")
    void resuming() {
        Socket doctors = Socket.greeted(port, clinic.ticket(doctor, null));
        String session = sessionOf(doctors);
        Socket patients = Socket.greeted(port, clinic.ticket(patient, call));
        patients.hears("welcome");
        patients.say("join", "{}");
        patients.hears("state");
        doctors.breakOff();
        patients.say("ring", "{}");
        patients.hears("ring.state");
        Socket again = comesBack(doctor, session);
        assertThat(resumed(again)).isTrue();
        assertThat(again.hears("state").path("seq").asInt()).isEqualTo(1);
        again.hears("ring.incoming");
    }

    @Test
    @DisplayName("a page that closes its socket itself is not waited for: its session is over at once")
    void goodbye() {
        Socket page = Socket.greeted(port, clinic.ticket(doctor, null));
        String session = sessionOf(page);
        page.saysGoodbye();
        await().until(() -> registry.of(doctor.id()).isEmpty());
        assertThat(resumed(comesBack(doctor, session))).isFalse();
    }

    @Test
    @DisplayName("a session can only be resumed by its own person")
    void foreignResume() {
        Socket doctors = Socket.greeted(port, clinic.ticket(doctor, null));
        String session = sessionOf(doctors);
        assertThat(resumed(comesBack(patient, session))).isFalse();
        assertThat(doctors.isOpen()).isTrue();
    }

    private Socket comesBack(Person who, String session) {
        Socket again = Socket.open(port, Socket.ownOrigin(port));
        again.raw(Socket.hello(
                clinic.ticket(who, null), ",\"resume\":{\"session\":\"%s\",\"lastSeq\":0}".formatted(session)));
        return again;
    }

    private static String sessionOf(Socket page) {
        return page.hears("welcome").path("body").path("session").asString();
    }

    private static boolean resumed(Socket page) {
        return page.hears("welcome").path("body").path("resumed").asBoolean();
    }
}
