package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.AdminDoor;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S20: whoever looks after the server finds out from the command line whether its relay lets anybody into the network. */
class TurnCheckTests {
    @Nested
    @ServerTest
    @TestPropertySource(
            properties = {
                "consilium.relay.enabled=true",
                "consilium.relay.listen-addresses=127.0.0.1",
                "consilium.relay.reaches-itself=false"
            })
    @SuppressWarnings("NullAway.Init") // filled before each test
    class OfOurOwnRelay {
        private static final int PORT = ARelay.freePort();

        @DynamicPropertySource
        static void port(DynamicPropertyRegistry registry) {
            registry.add("consilium.relay.port", () -> PORT);
        }

        @LocalServerPort
        private int port;

        @Autowired
        private Clinic clinic;

        @Autowired
        private IceServers servers;

        @Autowired
        private Clock clock;

        @Test
        @DisplayName("every address is listed and treated as it must be")
        void good() throws IOException {
            ARelay.awaitUp(servers, clock);
            Said said = check(port, clinic);
            assertThat(said.code()).isZero();
            assertThat(said.text())
                    .contains("turn:127.0.0.1:" + PORT)
                    .containsPattern("169\\.254\\.169\\.254 .* refused +refused \\(403\\)")
                    .containsPattern("8\\.8\\.8\\.8 .* granted +granted")
                    .contains("27 addresses, 0 wrong")
                    .doesNotContain("WRONG");
        }
    }

    @Nested
    @ServerTest
    @SuppressWarnings("NullAway.Init") // filled before each test
    class OfARelayElsewhereThatDeniesNothing {
        private static final OpenRelay RELAY = OpenRelay.started();

        @DynamicPropertySource
        static void elsewhere(DynamicPropertyRegistry registry) {
            registry.add("consilium.relay.urls", () -> "turn:127.0.0.1:1?transport=tcp," + RELAY.url());
            registry.add("consilium.relay.secret", () -> OpenRelay.SECRET);
        }

        @LocalServerPort
        private int port;

        @Autowired
        private Clinic clinic;

        @AfterAll
        static void end() {
            RELAY.close();
        }

        @Test
        @DisplayName("what it grants and must not is named, and the command fails")
        void bad() throws IOException {
            Said said = check(port, clinic);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text())
                    .contains("turn:127.0.0.1:1?transport=tcp: ")
                    .containsPattern("10\\.0\\.0\\.1 .* refused +granted +WRONG")
                    .containsPattern("169\\.254\\.169\\.254 .* refused +granted +WRONG")
                    .containsPattern("fc00::1 .* refused +granted +WRONG")
                    .containsPattern("::ffff:10\\.0\\.0\\.1 .* refused +granted +WRONG")
                    .containsPattern("8\\.8\\.8\\.8 .* granted +granted +\n");
            Said toPrograms = check(port, clinic, true);
            assertThat(toPrograms.code()).isEqualTo(1);
            JsonNode relay = JsonMapper.shared().readTree(toPrograms.text()).get(0);
            assertThat(relay.path("relay").asString()).isEqualTo(RELAY.url());
            assertThat(relay.path("peers").valueStream())
                    .filteredOn(peer -> peer.path("address").asString().equals("10.0.0.1"))
                    .singleElement()
                    .satisfies(peer -> {
                        assertThat(peer.path("mustBe").asString()).isEqualTo("refused");
                        assertThat(peer.path("is").asString()).isEqualTo("granted");
                        assertThat(peer.path("wrong").asBoolean()).isTrue();
                    });
        }
    }

    @Nested
    @ServerTest
    @SuppressWarnings("NullAway.Init") // filled before each test
    class WithoutARelay {
        @LocalServerPort
        private int port;

        @Autowired
        private Clinic clinic;

        @Test
        @DisplayName("nothing to look at is not the same as nothing wrong")
        void none() {
            assertThatThrownBy(() -> check(port, clinic)).hasMessageContaining("offers no relay");
        }
    }

    private record Said(int code, String text) {}

    private static Said check(int port, Clinic clinic) throws IOException {
        return check(port, clinic, false);
    }

    private static Said check(int port, Clinic clinic, boolean json) throws IOException {
        var admin = clinic.somebody(Role.ADMIN);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (AdminDoor door = new AdminDoor(URI.create("http://127.0.0.1:" + port), admin.email(), Clinic.PASSWORD)) {
            int code = new TurnCheck(door, new PrintStream(said, true, StandardCharsets.UTF_8), json).check();
            return new Said(code, said.toString(StandardCharsets.UTF_8));
        }
    }
}
