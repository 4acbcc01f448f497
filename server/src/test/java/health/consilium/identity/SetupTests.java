package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.people.FirstAdministrator;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the first administrator comes to be. */
@ServerTest
class SetupTests {
    @LocalServerPort
    private int port;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nobodyAdministers() {
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        jdbc.sql("update identity_account set enabled = false where role = 'ADMIN'")
                .update();
    }

    private String link() {
        return first.link().orElseThrow().reveal();
    }

    private Answer setUp(String token, String password) {
        return new Http(port)
                .send(
                        "POST",
                        "/api/v1/auth/setup",
                        null,
                        "{\"token\":\"%s\",\"email\":\"%s@test.example\",\"name\":\"Ada Desk\",\"password\":\"%s\",\"zone\":\"Europe/Berlin\",\"locale\":\"de\"}"
                                .formatted(token, UUID.randomUUID(), password));
    }

    @Test
    @DisplayName("the printed link makes one administrator, once")
    void once() {
        String token = link();
        assertThat(setUp(token, "password123").code()).isEqualTo("PASSWORD_REFUSED");
        assertThat(setUp(token, "violin harbour teapot").status()).isEqualTo(200);
        assertThat(setUp(token, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
        assertThat(first.link()).isEmpty();
    }

    @Test
    @DisplayName("it is good for an hour, and the one of the next start replaces it")
    void notForLong() {
        String before = link();
        String token = link();
        assertThat(setUp(before, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
        ((MutableClock) clock).advance(Duration.ofHours(1));
        assertThat(setUp(token, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
    }

    @Test
    @DisplayName("once there is an administrator, an open link makes no second one")
    void tooLate() {
        String token = link();
        clinic.somebody(Role.ADMIN);
        assertThat(setUp(token, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
    }
}
