package health.consilium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Accounts.NewAccount;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The demo has something to try at any time, and never loses what somebody did in it. */
@ServerTest
@TestPropertySource(properties = "consilium.demo.seed=true")
class DemoSeedTests {
    @LocalServerPort
    private int port;

    @Autowired
    private DemoSeed seed;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Payments payments;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("each of the demo's people can sign in, by password and by one click")
    void everybodyCanSignIn() {
        Http http = new Http(port);
        for (var person : DemoPeople.ALL) {
            String password = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), DemoPeople.PASSWORD);
            assertThat(http.send("POST", "/api/v1/auth/login", null, password).status())
                    .isEqualTo(200);
            String click = "{\"id\":\"%s\"}".formatted(person.id());
            assertThat(http.send("POST", "/api/v1/auth/demo-login", null, click).status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("there is one to hold now, one to pay, one tomorrow and one in the past; seeding again adds nothing")
    void whatIsThere() {
        List<Appointment> before = appointments.of(DemoPeople.WEBER.id());
        assertThat(now(DemoPeople.ROSSI)).hasSize(1).allMatch(a -> paid(a) == PaymentStatus.PAID);
        assertThat(now(DemoPeople.HADDAD)).hasSize(1).allMatch(a -> paid(a) == PaymentStatus.UNPAID);
        assertThat(appointments.of(DemoPeople.LINDQVIST.id()))
                .anyMatch(a -> a.start().isAfter(clock.instant().plus(Duration.ofHours(22))));
        assertThat(before).anyMatch(a -> a.status() == AppointmentStatus.COMPLETED);
        seed.seed();
        assertThat(appointments.of(DemoPeople.WEBER.id())).isEqualTo(before);
    }

    @Test
    @DisplayName("whoever signs in later finds a new appointment, also just before the old one ends")
    void laterThereIsANewOne() {
        int before = appointments.of(DemoPeople.ROSSI.id()).size();
        seed.refresh();
        Appointment running = now(DemoPeople.ROSSI).getLast();
        ((MutableClock) clock).set(running.end().minus(Duration.ofMinutes(5)));
        new Http(port)
                .send("POST", "/api/v1/auth/demo-login", null, "{\"id\":\"%s\"}".formatted(DemoPeople.ROSSI.id()));
        assertThat(now(DemoPeople.ROSSI))
                .contains(running)
                .anyMatch(a -> a.start().equals(running.end()));
        ((MutableClock) clock).advance(Duration.ofHours(3));
        seed.refresh();
        assertThat(now(DemoPeople.ROSSI)).hasSize(1);
        assertThat(appointments.of(DemoPeople.ROSSI.id())).hasSizeGreaterThanOrEqualTo(before + 2);
    }

    /** Booked, and open to come in within the hour. */
    private List<Appointment> now(NewAccount patient) {
        return appointments.of(patient.id()).stream()
                .filter(a -> a.status() == AppointmentStatus.BOOKED)
                .filter(a -> a.end().isAfter(clock.instant())
                        && a.start().isBefore(clock.instant().plus(Duration.ofMinutes(11))))
                .toList();
    }

    private PaymentStatus paid(Appointment appointment) {
        return payments.of(appointment.id()).status();
    }
}
