package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.testing.Certificates;
import health.consilium.testing.Certificates.Pair;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** L1, S19: a real coturn that speaks TLS, for networks that let nothing else out. */
class RelayTlsTests {
    abstract static class SpeakingTls {
        @Autowired
        private IceServers servers;

        @Autowired
        Clock clock;

        void awaitUp() {
            await().atMost(ARelay.UP_WITHIN)
                    .until(() -> !servers.grant(ARelay.somebody(), "127.0.0.1", clock.instant())
                            .servers()
                            .isEmpty());
        }

        /** What a browser is offered that used this name. */
        List<String> urls(String host) {
            return servers.grant(ARelay.somebody(), host, clock.instant().plusSeconds(60))
                    .servers()
                    .getLast()
                    .urls();
        }
    }

    @Nested
    @RelayAlone
    class WithACertificateThatIsVouchedFor extends SpeakingTls {
        static final Pair PAIR = Certificates.issued("DNS:turn.clinic.example,IP:127.0.0.1");
        static final int PORT = ARelay.freePort();
        static final int TLS_PORT = ARelay.freePort();

        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry registry) {
            use(registry, PAIR, PORT, TLS_PORT);
        }

        @BeforeEach
        void coturnIsUpAndLivesInRealTime() {
            ((MutableClock) clock).reset(Clock.systemUTC().instant());
            awaitUp();
        }

        @Test
        @DisplayName("the relay is offered over UDP, TCP and TLS, under the name the browser used")
        void offered() {
            assertThat(urls("turn.clinic.example"))
                    .containsExactly(
                            "turn:turn.clinic.example:" + PORT + "?transport=udp",
                            "turn:turn.clinic.example:" + PORT + "?transport=tcp",
                            "turns:turn.clinic.example:" + TLS_PORT + "?transport=tcp");
        }

        @Test
        @DisplayName("under a name that the certificate does not hold, TLS is not offered")
        void anotherName() {
            assertThat(urls("video.clinic.example")).hasSize(2).noneMatch(url -> url.contains("turns"));
        }

        @Test
        @DisplayName("after its last day it is not offered")
        void tooOld() {
            ((MutableClock) clock).set(clock.instant().plus(Duration.ofDays(31)));
            assertThat(urls("turn.clinic.example")).hasSize(2);
        }

        @Test
        @DisplayName("it greets with that certificate, in TLS 1.2 or newer")
        void greets() throws IOException, GeneralSecurityException {
            try (SSLSocket socket =
                    (SSLSocket) trusting(PAIR.certificate()).getSocketFactory().createSocket("127.0.0.1", TLS_PORT)) {
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            }
        }
    }

    @Nested
    @RelayAlone
    class WithACertificateOfItsOwn extends SpeakingTls {
        static final Pair PAIR = Certificates.selfSigned("IP:127.0.0.1");

        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry registry) {
            use(registry, PAIR, ARelay.freePort(), ARelay.freePort());
        }

        @Test
        @DisplayName("what no browser believes is not offered")
        void notOffered() {
            ((MutableClock) clock).reset(Clock.systemUTC().instant());
            awaitUp();
            assertThat(urls("127.0.0.1")).hasSize(2).noneMatch(url -> url.contains("turns"));
        }
    }

    @Nested
    @RelayAlone
    @TestPropertySource(properties = {"consilium.relay.offer-self-signed=true", "consilium.relay.host=localhost"})
    class InARehearsal extends SpeakingTls {
        static final Pair PAIR = Certificates.selfSigned("DNS:anything.example");

        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry registry) {
            use(registry, PAIR, ARelay.freePort(), ARelay.freePort());
        }

        @Test
        @DisplayName("it may be offered all the same, and under a name of the relay's own")
        void offeredAllTheSame() {
            awaitUp();
            assertThat(urls("video.clinic.example")).hasSize(3).allMatch(url -> url.contains(":127.0.0.1:"));
        }
    }

    @Nested
    @RelayAlone
    @TestPropertySource(properties = "consilium.relay.offer-self-signed=true")
    class WithAKeyThatDoesNotBelongToIt extends SpeakingTls {
        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry registry) {
            Pair mixed = new Pair(
                    Certificates.selfSigned("IP:127.0.0.1").certificate(),
                    Certificates.selfSigned("IP:127.0.0.1").key());
            use(registry, mixed, ARelay.freePort(), ARelay.freePort());
        }

        @Test
        @DisplayName("a relay that cannot speak TLS offers what it can")
        void goesOnWithout() {
            awaitUp();
            assertThat(urls("127.0.0.1")).hasSize(2);
        }
    }

    private static void use(DynamicPropertyRegistry registry, Pair pair, int port, int tlsPort) {
        registry.add("consilium.relay.port", () -> port);
        registry.add("consilium.relay.tls-port", () -> tlsPort);
        registry.add("consilium.relay.certificate", pair::certificate);
        registry.add("consilium.relay.private-key", pair::key);
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "relay", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
