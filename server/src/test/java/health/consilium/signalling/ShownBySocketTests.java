package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.audit.chain.ChainStore;
import health.consilium.audit.chain.Link;
import health.consilium.testing.BrokenTrail;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S29: what a socket shows a doctor of a patient stands in the audit trail, once, and a page that stands by costs nothing. */
@ServerTest
class ShownBySocketTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private ChainStore chain;

    @Autowired
    private JdbcClient jdbc;

    private Clinic.Call call;
    private long before;

    @BeforeEach
    void aPaidAppointmentNow() {
        call = clinic.call();
        before = chain.head().number();
    }

    private Socket page(Person who, @Nullable UUID of) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, of));
        socket.hears("welcome");
        return socket;
    }

    private List<Link> entries() {
        return chain.after(before, 50).stream()
                .filter(link -> call.patient().id().value().equals(link.patient()))
                .toList();
    }

    private void isOnly(String entry) {
        assertThat(entries()).singleElement().satisfies(link -> {
            assertThat(link.action() + " " + link.subject() + " " + link.role()).isEqualTo(entry);
            assertThat(link.actor()).isEqualTo(call.doctor().id().value());
            assertThat(link.subjectId()).isEqualTo(call.appointment().id().toString());
        });
    }

    @Test
    @DisplayName(
            "S29: a doctor who takes the seat stands there once, also from a second page; who stands by or is the patient does not")
    void joining() {
        Socket patients = page(call.patient(), call.id());
        patients.say("join", "{}");
        patients.hears("ack");
        Socket doctors = page(call.doctor(), call.id());
        page(call.doctor(), null);
        assertThat(entries()).isEmpty();
        doctors.say("join", "{}");
        doctors.hears("ack");
        isOnly("VIEWED CALL DOCTOR");
        Socket second = page(call.doctor(), call.id());
        second.say("join", "{\"takeover\":true}");
        second.hears("ack");
        isOnly("VIEWED CALL DOCTOR");
    }

    @Test
    @DisplayName("S29: a patient's ring shows the doctor's open page why they come, and that stands there once")
    void ringing() {
        Socket doctors = page(call.doctor(), null);
        Socket patients = page(call.patient(), call.id());
        patients.say("join", "{}");
        patients.hears("ack");
        patients.say("ring", "{}");
        assertThat(doctors.hears("ring.incoming").at("/body/appointment/reason").asString())
                .isEqualTo("A test of everything");
        isOnly("VIEWED APPOINTMENT DOCTOR");
    }

    @Test
    @DisplayName("S29: a ring that no page of the doctor hears shows nothing; the page that comes later does")
    void ringingInVain() {
        Socket patients = page(call.patient(), call.id());
        patients.say("join", "{}");
        patients.hears("ack");
        patients.say("ring", "{}");
        patients.hears("ack");
        assertThat(entries()).isEmpty();
        page(call.doctor(), null);
        isOnly("VIEWED APPOINTMENT DOCTOR");
    }

    @Test
    @DisplayName("S29: the doctor's ring shows patients what is their own")
    void doctorRings() {
        Socket patients = page(call.patient(), null);
        Socket doctors = page(call.doctor(), call.id());
        doctors.say("join", "{}");
        doctors.hears("ack");
        doctors.say("ring", "{}");
        patients.hears("ring.incoming");
        isOnly("VIEWED CALL DOCTOR");
    }

    @Test
    @DisplayName("S29, fail closed: while the trail takes no entry nobody takes the doctor's seat and no ring is shown")
    void withoutTheTrail() {
        Socket desk = page(call.doctor(), null);
        Socket doctors = page(call.doctor(), call.id());
        Socket patients = page(call.patient(), call.id());
        patients.say("join", "{}");
        patients.hears("ack");
        try (BrokenTrail broken = BrokenTrail.in(jdbc)) {
            patients.say("ring", "{}");
            patients.hears("problem");
            doctors.say("join", "{}");
            doctors.hears("problem");
        }
        assertThat(entries()).isEmpty();
        assertThat(desk.hasHeard("ring.incoming")).isFalse();
        doctors.say("join", "{}");
        doctors.hears("ack");
        isOnly("VIEWED CALL DOCTOR");
    }
}
