package health.consilium.relay;

import static org.awaitility.Awaitility.await;

import health.consilium.identity.UserId;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.probe.TurnClient;
import health.consilium.relay.probe.TurnUrl;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A real coturn, started by the server. It lives in real time, and so does the server's clock here. */
@ServerTest
@TestPropertySource(properties = {"consilium.relay.enabled=true", "consilium.relay.listen-addresses=127.0.0.1"})
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class ARelay {
    static final int PORT = freePort();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("consilium.relay.port", () -> PORT);
    }

    @Autowired
    IceServers servers;

    @Autowired
    Clock clock;

    @BeforeEach
    void coturnIsUp() {
        ((MutableClock) clock).set(Clock.systemUTC().instant());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !servers.grant(somebody(), "127.0.0.1", clock.instant())
                        .servers()
                        .isEmpty());
    }

    static Holder somebody() {
        return Holder.testing(new UserId(UUID.randomUUID()));
    }

    static IceServers.Server relay(IceServers servers, Holder holder, java.time.Instant until) {
        return servers.grant(holder, "127.0.0.1", until).servers().getLast();
    }

    TurnClient client(Holder holder, Duration validFor) throws IOException {
        var relay = relay(servers, holder, clock.instant().plus(validFor));
        return new TurnClient(
                TurnUrl.of("turn:127.0.0.1:" + PORT),
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
}
