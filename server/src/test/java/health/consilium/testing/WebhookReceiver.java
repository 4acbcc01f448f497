package health.consilium.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A receiver written against the text of Standard Webhooks 1.0.0: the signed content is {@code id.timestamp.payload}, the
 * key is the base64 after {@code whsec_}, a signature header holds one or more {@code v1,base64} set apart by spaces, a
 * timestamp more than five minutes away is refused, and an id that was taken before is a replay.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final long TOLERANCE = 300;
    private static final int PATIENCE = 10;

    /** What came, whether or not it was in order. */
    public record Received(String id, long timestamp, String signature, String body, Verdict verdict) {}

    /** What the specification says about it. */
    public enum Verdict {
        TAKEN,
        REPLAYED,
        WRONG_SIGNATURE,
        TOO_OLD,
        TOO_NEW
    }

    private final HttpServer server;
    private final Clock clock;
    private final Set<String> taken = new HashSet<>();
    private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile String secret = "";
    private volatile @Nullable String retryAfter;

    public WebhookReceiver(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** With which secret it verifies from now on. */
    public void knows(String whsec) {
        secret = whsec;
    }

    /** The next requests are answered so; all others with 204. */
    public void answers(int... statuses) {
        for (int status : statuses) {
            told.add(status);
        }
    }

    public void asksToWait(@Nullable String header) {
        retryAfter = header;
    }

    public Received next() {
        try {
            Received one = received.poll(PATIENCE, TimeUnit.SECONDS);
            if (one == null) {
                throw new AssertionError("nothing was delivered");
            }
            return one;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public int waiting() {
        return received.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var headers = exchange.getRequestHeaders();
            Integer next = told.poll();
            int status = next == null ? 204 : next;
            String id = headers.getFirst("webhook-id");
            long timestamp = Long.parseLong(headers.getFirst("webhook-timestamp"));
            String signature = headers.getFirst("webhook-signature");
            Verdict verdict = verdict(id, timestamp, signature, body, status < 300);
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
            received.add(new Received(id, timestamp, signature, body, verdict));
        }
    }

    /** What a receiver has to say to it at the time of the clock. */
    public synchronized Verdict verdict(String id, long timestamp, String signature, String body, boolean takes) {
        long age = clock.instant().getEpochSecond() - timestamp;
        if (age > TOLERANCE) {
            return Verdict.TOO_OLD;
        }
        if (age < -TOLERANCE) {
            return Verdict.TOO_NEW;
        }
        if (!signed(secret, id, timestamp, signature, body)) {
            return Verdict.WRONG_SIGNATURE;
        }
        if (taken.contains(id)) {
            return Verdict.REPLAYED;
        }
        if (takes) {
            taken.add(id);
        }
        return Verdict.TAKEN;
    }

    /** Whether one of the signatures is made with that secret. */
    public static boolean signed(String whsec, String id, long timestamp, String signatures, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(whsec.substring("whsec_".length())), "HmacSHA256"));
            byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            for (String one : signatures.split(" ")) {
                if (one.startsWith("v1,")
                        && MessageDigest.isEqual(expected, Base64.getDecoder().decode(one.substring(3)))) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
