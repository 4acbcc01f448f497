package health.consilium.relay;

import static org.awaitility.Awaitility.await;

import health.consilium.identity.UserId;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.probe.TurnClient;
import health.consilium.relay.probe.TurnUrl;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real coturn, started as the server starts it. It lives in real time, and so does the clock here. */
@RelayAlone
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class ARelay {
    static final int PORT = freePort();

    /** Far more than it takes: a computer that does other things at the same time is no fault. */
    static final Duration UP_WITHIN = Duration.ofMinutes(1);

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
        awaitUp(servers, clock);
    }

    static void awaitUp(IceServers servers, Clock clock) {
        ((MutableClock) clock).reset(Clock.systemUTC().instant());
        await().atMost(UP_WITHIN)
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

    /**
     * Free for both TCP and UDP: a relay that finds either taken waits. Below the ports that the system itself hands out, so
     * that no connection of the tests' gets it before the relay does.
     */
    static int freePort() {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket tcp = new ServerSocket(port);
                    DatagramSocket udp = new DatagramSocket(port)) {
                return udp.getLocalPort();
            } catch (IOException e) {
                if (tries == 9) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
