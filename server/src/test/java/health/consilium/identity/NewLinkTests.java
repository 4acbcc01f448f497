package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Heard;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** A6: "send me a new link". */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class NewLinkTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private Clock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    private Heard heard;
    private Person patient;
    private UUID appointment;

    @BeforeEach
    void aPatientWithAnAppointment() {
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        patient = clinic.somebody(Role.PATIENT);
        appointment =
                clinic.now(patient, clinic.somebody(Role.DOCTOR), true).id().value();
        heard = Heard.in(context);
    }

    private List<LinkAsked> asked() {
        return heard.all(LinkAsked.class).stream()
                .filter(one -> one.person().equals(patient.id()))
                .toList();
    }

    private Answer again(String body) {
        return new Http(port).send("POST", "/api/v1/auth/links/again", null, body);
    }

    @Test
    @DisplayName("a link that is over still brings a new one for the same page")
    void byToken() {
        String path = "/call/" + appointment;
        String token = links.issue(patient.id(), path, clock.instant()).reveal();
        assertThat(again("{\"token\":\"%s\"}".formatted(token)).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(asked()).hasSize(1));
        assertThat(asked().getFirst().path()).isEqualTo(path);
        assertThat(asked().getFirst().appointment()).isEqualTo(appointment);
        assertThat(asked().getFirst().until()).isAfter(clock.instant());
    }

    @Test
    @DisplayName("by mail address it is for the next appointment; an address that nobody has gets the very same answer")
    void byEmail() {
        Answer known = again("{\"email\":\"%s\"}".formatted(patient.email()));
        Answer unknown = again("{\"email\":\"nobody-%s\"}".formatted(patient.email()));
        Answer staff = again(
                "{\"email\":\"%s\"}".formatted(clinic.somebody(Role.DOCTOR).email()));
        assertThat(known.body()).isEqualTo(unknown.body()).isEqualTo(staff.body());
        await().untilAsserted(() -> assertThat(asked()).hasSize(1));
    }

    @Test
    @DisplayName("three mails an hour and not one more, and the answer stays the same")
    void throttled() {
        for (int i = 1; i <= 3; i++) {
            again("{\"email\":\"%s\"}".formatted(patient.email()));
            int soFar = i;
            await().untilAsserted(() -> assertThat(asked()).hasSize(soFar));
        }
        assertThat(again("{\"email\":\"%s\"}".formatted(patient.email())).status())
                .isEqualTo(200);
        ((MutableClock) clock).advance(Duration.ofMinutes(20));
        again("{\"email\":\"%s\"}".formatted(patient.email()));
        // The one in between would be here, too.
        await().untilAsserted(() -> assertThat(asked()).hasSize(4));
    }

    @Test
    @DisplayName("who asks without end from one address has to wait")
    void fromOneAddress() {
        Answer last = again("{}");
        for (int i = 0; i < 100 && last.status() == 200; i++) {
            last = again("{}");
        }
        assertThat(last.code()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(last.raw().headers().firstValue("Retry-After")).isPresent();
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        assertThat(again("{}").status()).isEqualTo(200);
    }
}
