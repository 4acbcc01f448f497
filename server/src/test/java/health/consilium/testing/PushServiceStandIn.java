package health.consilium.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.consilium.notification.push.P256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push service (RFC 8030) on this computer, over TLS, as strict as the real ones: it refuses a request without TTL, with a
 * topic that is too long, or with a signature that does not hold (RFC 8292).
 */
public final class PushServiceStandIn implements AutoCloseable {
    private static final Pattern VAPID = Pattern.compile("vapid t=([^.]+)\\.([^.]+)\\.([^,]+), ?k=(.+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DAY = 24 * 3600;
    private static final int PATIENCE = 10;

    /** What was accepted. */
    public record Pushed(
            String path,
            int ttl,
            String urgency,
            String topic,
            String key,
            @Nullable String sub,
            byte[] body) {}

    private record Told(int status, @Nullable String retryAfter) {}

    private final HttpsServer server;
    private final SSLContext tls;
    private final Clock clock;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Pushed> pushed = new LinkedBlockingQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    public PushServiceStandIn(Clock clock) {
        this.clock = clock;
        try {
            tls = TestTls.of(Certificates.selfSigned("DNS:localhost,IP:127.0.0.1"));
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** As it is written in an address. */
    public String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    public String endpoint(String name) {
        return "https://" + authority() + "/wp/" + name;
    }

    /** A client that trusts this service alone. */
    public HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The next requests are answered so; all others with 201. */
    public void answers(int status, @Nullable String retryAfter) {
        told.add(new Told(status, retryAfter));
    }

    /** The next request to that endpoint that was in order, whatever it was answered. */
    public Pushed next(String name) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                Pushed next = pushed.poll(left, TimeUnit.NANOSECONDS);
                if (next != null && next.path.equals("/wp/" + name)) {
                    assertThat(faults).isEmpty();
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("nothing was pushed to " + name + "; faults: " + faults);
    }

    /** Whether nothing more came to that endpoint so far. */
    public boolean isQuiet(String name) {
        assertThat(faults).isEmpty();
        return pushed.stream().noneMatch(one -> one.path.equals("/wp/" + name));
    }

    private void handle(HttpExchange exchange) throws IOException {
        int status = 400;
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Pushed request = read(exchange, body);
            Told next = told.poll();
            status = next == null ? 201 : next.status;
            if (next != null && next.retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", next.retryAfter);
            }
            if (status == 307) {
                exchange.getResponseHeaders().add("Location", endpoint("elsewhere"));
            }
            exchange.sendResponseHeaders(status, -1);
            pushed.add(request);
        } catch (RuntimeException | AssertionError | GeneralSecurityException e) {
            faults.add(String.valueOf(e));
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private Pushed read(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        assertThat(exchange.getRequestMethod()).isEqualTo("POST");
        assertThat(headers.getFirst("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(headers.getFirst("TTL")).matches("[0-9]+");
        assertThat(headers.getFirst("Urgency")).isIn("very-low", "low", "normal", "high");
        assertThat(headers.getFirst("Topic")).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(body.length).isBetween(100, 4096);
        Matcher vapid = VAPID.matcher(headers.getFirst("Authorization"));
        assertThat(vapid.matches()).as("VAPID").isTrue();
        JsonNode claims = claims(vapid);
        return new Pushed(
                exchange.getRequestURI().getPath(),
                Integer.parseInt(headers.getFirst("TTL")),
                headers.getFirst("Urgency"),
                headers.getFirst("Topic"),
                vapid.group(4),
                claims.path("sub").asString(null),
                body);
    }

    private JsonNode claims(Matcher vapid) throws GeneralSecurityException {
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(vapid.group(1)));
        assertThat(header.path("alg").asString()).isEqualTo("ES256");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(vapid.group(4))));
        signature.update((vapid.group(1) + "." + vapid.group(2)).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(vapid.group(3))))
                .as("signature")
                .isTrue();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(vapid.group(2)));
        assertThat(claims.path("aud").asString()).isEqualTo("https://" + authority());
        long left = claims.path("exp").asLong() - clock.instant().getEpochSecond();
        assertThat(left).isBetween(1L, (long) DAY);
        return claims;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
