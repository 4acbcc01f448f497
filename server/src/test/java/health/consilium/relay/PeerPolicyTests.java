package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** S19, S20: a real coturn, started by the server, asked by a stranger with a good credential. */
@ServerTest
@TestPropertySource(properties = {"consilium.relay.enabled=true", "consilium.relay.listen-addresses=127.0.0.1"})
class PeerPolicyTests {
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;
    private static final int PORT = freePort();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("consilium.relay.port", () -> PORT);
    }

    @Autowired
    private IceServers servers;

    @Autowired
    private Clock clock;

    @BeforeEach
    void coturnIsUpAndLivesInRealTime() {
        ((MutableClock) clock).set(Clock.systemUTC().instant());
        await(() -> !servers.grant("127.0.0.1", clock.instant()).servers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255"
            })
    @DisplayName("the relay never sends into the clinic's network")
    void privatePeersAreRefused(String peer) throws IOException {
        try (TurnClient client = client(Duration.ofMinutes(5))) {
            assertThat(client.allocate()).isZero();
            assertThat(client.permit(peer)).isEqualTo(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1",
                "::",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254"
            })
    @DisplayName("nor by an IPv6 address that stands for one of its addresses")
    void disguisedPeersAreRefused(String peer) throws IOException {
        try (TurnClient client = client(Duration.ofMinutes(5))) {
            assertThat(client.allocate()).isZero();
            assertThat(client.permit(peer)).isNotZero();
        }
    }

    @Test
    @DisplayName("the way to public addresses is free: the check above can fail")
    void publicPeersAreGranted() throws IOException {
        try (TurnClient client = client(Duration.ofMinutes(5))) {
            assertThat(client.allocate()).isZero();
            assertThat(client.permit("8.8.8.8")).isZero();
        }
    }

    @Test
    @DisplayName("an expired credential opens nothing")
    void expiredCredentials() throws IOException {
        try (TurnClient client = client(Duration.ofMinutes(-5))) {
            assertThat(client.allocate()).isEqualTo(UNAUTHORIZED);
        }
    }

    @Test
    @DisplayName("S19: a credential never lasts longer than two hours")
    void credentialsAreShort() {
        Instant until = clock.instant().plus(Duration.ofDays(3));
        assertThat(servers.grant("127.0.0.1", until).expiresAt())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
    }

    private TurnClient client(Duration validFor) throws IOException {
        var relay = servers.grant("127.0.0.1", clock.instant().plus(validFor))
                .servers()
                .getLast();
        return new TurnClient(
                PORT,
                Objects.requireNonNull(relay.username()),
                Objects.requireNonNull(relay.credential()).reveal());
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
