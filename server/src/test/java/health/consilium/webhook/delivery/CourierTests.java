package health.consilium.webhook.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.kernel.Secret;
import health.consilium.testing.MutableClock;
import health.consilium.webhook.WebhookProperties;
import health.consilium.webhook.delivery.Courier.Answer;
import health.consilium.webhook.store.Delivery;
import health.consilium.webhook.store.Delivery.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Receivers that are slow, talkative, elsewhere or not there. */
class CourierTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");

    private final WebhookProperties settings = new WebhookProperties(
            Duration.ofMillis(400), Duration.ofDays(3), Duration.ofDays(1), 20, List.of("localhost"));
    private final Courier courier = new Courier(new Targets(settings), settings, new MutableClock(NOW));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        courier.close();
        server.stop(0);
    }

    @Test
    @DisplayName("A10: who does not answer, or drips a header a moment, is left when the time is over")
    void slow() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(silent));
            long began = System.nanoTime();
            Answer answer = carry("http://localhost:" + silent.getLocalPort() + "/");
            assertThat(answer.problem()).isEqualTo("TIMEOUT");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static void drip(ServerSocket from) {
        try (Socket one = from.accept();
                OutputStream out = one.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            while (true) {
                out.write("x: y\r\n".getBytes(US_ASCII));
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException gone) {
            // It has left, as it should.
        }
    }

    @Test
    @DisplayName("A10: an answer without end costs its head and nothing more")
    void huge() {
        serve("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 16];
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 1 << 16; i++) {
                out.write(much);
            }
        });
        long began = System.nanoTime();
        assertThat(carry(url("/")).taken()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("A10, S: a redirect is an answer, not a way")
    void redirect() {
        serve("/a", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/b"));
            exchange.sendResponseHeaders(307, -1);
        });
        serve("/b", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        Answer answer = carry(url("/a"));
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.taken()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("A10, S: an address inside is not connected to, also when the name was accepted before")
    void inside() {
        serve("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        String port = String.valueOf(server.getAddress().getPort());
        for (String host : List.of("127.0.0.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]")) {
            Answer answer = carry("http://" + host + ":" + port + "/");
            assertThat(answer.status()).as(host).isZero();
            assertThat(answer.problem()).as(host).isEqualTo("PRIVATE_ADDRESS");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("A10: nobody at the port, a name of nowhere, and no TLS where there should be are told apart")
    void notThere() throws IOException {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        assertThat(carry("http://localhost:" + free + "/").problem()).isEqualTo("NO_CONNECTION");
        assertThat(carry("https://nowhere.invalid/").problem()).isEqualTo("UNKNOWN_HOST");
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(plain));
            assertThat(carry("https://localhost:" + plain.getLocalPort() + "/").problem())
                    .isEqualTo("TLS");
        }
    }

    private static void greet(ServerSocket from) {
        try (Socket one = from.accept()) {
            one.getOutputStream().write("220 welcome\r\n".getBytes(US_ASCII));
            one.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // It has left, as it should.
        }
    }

    @Test
    @DisplayName("A10: how long to wait is read from the answer")
    void retryAfter() {
        serve("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(429, -1);
        });
        assertThat(carry(url("/")).retryAfter()).isEqualTo("120");
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Handling handling) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                handling.handle(exchange);
            }
        });
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private Answer carry(String url) {
        Delivery delivery = new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "webhook.test",
                "{}",
                Status.PENDING,
                0,
                NOW,
                NOW.plus(Duration.ofDays(3)),
                NOW);
        return courier.carry(url, delivery, List.of(Secret.of(new byte[32])));
    }
}
