package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupFinding;
import health.consilium.relay.coturn.RelayVisit;
import health.consilium.relay.coturn.Visits;
import health.consilium.testing.Certificates;
import health.consilium.testing.Certificates.Pair;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A7: the administrators' check of the relay is a real allocation with a real credential, by UDP, TCP and TLS. */
class RelayCheckTests {
    private static final SecretStore NONE = name -> Secret.of("not the relay's");

    private static RelayProperties settings(String... pairs) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put("consilium.relay." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("consilium.relay", RelayProperties.class);
    }

    private static Found look(RelayProperties settings) throws InterruptedException {
        return new RelayCheck(settings, Visits.to(settings, NONE)).look();
    }

    @Nested
    class Elsewhere {
        private static OpenRelay relay;
        private static final int NOBODY = ARelay.freePort();

        @BeforeAll
        static void start() {
            relay = OpenRelay.started();
        }

        @AfterAll
        static void stop() {
            relay.close();
        }

        private Found with(String secret, String... urls) throws InterruptedException {
            return look(settings("secret", secret, "urls", String.join(",", urls)));
        }

        private static String url(int port, String way) {
            return "turn:127.0.0.1:" + port + "?transport=" + way;
        }

        @Test
        @DisplayName("A7: a relay elsewhere is asked for an address by each way, with the secret that we share with it")
        void allWays() throws InterruptedException {
            Found found = with(OpenRelay.SECRET, url(relay.port(), "udp"), url(relay.port(), "tcp"));
            assertThat(found.finding()).isEqualTo(SetupFinding.RELAY_ELSEWHERE);
            assertThat(found.what()).contains(url(relay.port(), "udp") + ", " + url(relay.port(), "tcp"));
        }

        @Test
        @DisplayName(
                "A7: an open port is not enough: a relay that does not take our credential is broken, and why is said")
        void wrongSecret() throws InterruptedException {
            Found found = with("another", url(relay.port(), "udp"), url(relay.port(), "tcp"));
            assertThat(found.finding()).isEqualTo(SetupFinding.RELAY_REFUSES);
            assertThat(found.what()).contains("401");
            assertThat(found.remedy()).contains("consilium.relay.secret");
            assertThat(found.toString()).doesNotContain("another");
        }

        @Test
        @DisplayName("A7: a relay that is reached by one way and not by another is a warning that names both")
        void partly() throws InterruptedException {
            Found found = with(OpenRelay.SECRET, url(relay.port(), "udp"), url(NOBODY, "tcp"));
            assertThat(found.finding()).isEqualTo(SetupFinding.RELAY_PARTLY);
            assertThat(found.values())
                    .containsEntry("ways", url(relay.port(), "udp"))
                    .containsEntry("others", url(NOBODY, "tcp"));
        }

        @Test
        @DisplayName("A7: nobody there is broken: the clinic counts on that relay")
        void nobody() throws InterruptedException {
            assertThat(with(OpenRelay.SECRET, url(NOBODY, "udp"), url(NOBODY, "tcp"))
                            .finding())
                    .isEqualTo(SetupFinding.RELAY_ELSEWHERE_SILENT);
        }

        @Test
        @DisplayName("no relay at all is a warning, and nothing is asked")
        void none() throws InterruptedException {
            assertThat(look(settings("enabled", "false")).finding()).isEqualTo(SetupFinding.RELAY_NONE);
        }
    }

    @Nested
    @RelayAlone
    @SuppressWarnings("NullAway.Init") // filled before each test
    class OurOwn {
        static final Pair PAIR = Certificates.issued("DNS:turn.clinic.example,IP:127.0.0.1");
        static final int PORT = ARelay.freePort();
        static final int TLS_PORT = ARelay.freePort();

        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry registry) {
            registry.add("consilium.relay.port", () -> PORT);
            registry.add("consilium.relay.tls-port", () -> TLS_PORT);
            registry.add("consilium.relay.certificate", PAIR::certificate);
            registry.add("consilium.relay.private-key", PAIR::key);
        }

        @Autowired
        private RelayProperties relay;

        @Autowired
        private RelayVisit visit;

        @Autowired
        private SecretStore secrets;

        @Autowired
        private IceServers servers;

        @Autowired
        private Clock clock;

        /** It counts as up when it speaks TLS, too. */
        private void coturnSpeaksTls() {
            ARelay.awaitUp(servers, clock);
        }

        @Test
        @DisplayName("A7: our own relay is asked by UDP, TCP and TLS where it listens")
        void allThree() throws InterruptedException {
            coturnSpeaksTls();
            Found found = new RelayCheck(relay, visit).look();
            assertThat(found.finding()).isEqualTo(SetupFinding.RELAY_ANSWERS);
            assertThat(found.values().get("ways"))
                    .isEqualTo(
                            "turn:127.0.0.1:%1$d?transport=udp, turn:127.0.0.1:%1$d?transport=tcp, turns:127.0.0.1:%2$d?transport=tcp"
                                    .formatted(PORT, TLS_PORT));
        }

        @Test
        @DisplayName("A7: TLS with a certificate that no browser would believe is no way, however well the rest works")
        void notBelieved() throws InterruptedException {
            coturnSpeaksTls();
            String turns = "turns:127.0.0.1:" + TLS_PORT + "?transport=tcp";
            String turn = "turn:127.0.0.1:" + PORT + "?transport=tcp";
            String secret = secrets.named("turn").reveal();
            Found found = look(RelayCheckTests.settings("secret", secret, "urls", turn + "," + turns));
            assertThat(found.finding()).isEqualTo(SetupFinding.RELAY_PARTLY);
            assertThat(found.values()).containsEntry("others", turns);
        }
    }
}
