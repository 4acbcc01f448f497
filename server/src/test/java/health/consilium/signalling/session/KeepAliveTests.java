package health.consilium.signalling.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.identity.signin.SignInService;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S4: an open page is not somebody at work, unless a call goes on or may come. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class KeepAliveTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private Clinic clinic;

    @Autowired
    private SignInService signIns;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clock clock;

    private Person patient;
    private Person doctor;

    @BeforeEach
    void people() {
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
    }

    @Test
    @DisplayName("S4: nobody is signed out during a call, however long they only listen")
    void duringACall() {
        Appointment appointment = clinic.now(patient, doctor, true);
        UUID call =
                consultations.ofAppointment(appointment.id()).orElseThrow().id().value();
        page(patient, call);
        assertThat(stillSignedInAfterTwentyMinutes(patient)).isTrue();
    }

    @Test
    @DisplayName("S4: nobody is signed out while they may be rung")
    void beforeACall() {
        clinic.now(patient, doctor, true);
        page(doctor, null);
        assertThat(stillSignedInAfterTwentyMinutes(doctor)).isTrue();
    }

    @Test
    @DisplayName("S4: an appointment of tomorrow keeps nobody signed in today")
    void theDayBefore() {
        clinic.in(Duration.ofDays(1), patient, doctor, true);
        page(doctor, null);
        assertThat(stillSignedInAfterTwentyMinutes(doctor)).isFalse();
    }

    private void page(Person who, @Nullable UUID call) {
        Socket.greeted(port, tickets.issue(who.user(), call).ticket().reveal()).hears("welcome");
    }

    private boolean stillSignedInAfterTwentyMinutes(Person who) {
        for (int i = 0; i < 2; i++) {
            ((MutableClock) clock).advance(Duration.ofMinutes(10));
            housekeeping.keepAlive();
        }
        return signIns.recognise(who.token(), false).isPresent();
    }
}
