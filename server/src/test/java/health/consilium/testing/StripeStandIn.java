package health.consilium.testing;

import com.stripe.Stripe;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stripe on this computer, as strict as the real one where it matters: bearer, pinned version, form encoding, idempotency
 * (same key and body: the same answer; another body: refused), and the rules of {@link StripeAccount}. What it tells is
 * signed by Stripe's own library.
 */
public final class StripeStandIn {
    public static final String KEY = "sk_test_standin";
    public static final String SECRET = "whsec_of_the_tests_1";
    public static final String NEXT_SECRET = "whsec_of_the_tests_2";

    private record Kept(String request, int status, String body) {}

    /** What the next requests meet. */
    private enum Fault {
        /** The line breaks before Stripe has done anything. */
        NO_LINE,
        /** The line breaks after Stripe has done it. */
        ANSWER_LOST,
        TROUBLE
    }

    private final HttpServer server;
    private final StripeAccount account;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<String> faults = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger[] next = new AtomicInteger[Fault.values().length];

    public StripeStandIn(Clock clock) {
        this.account = new StripeAccount(clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Fault fault : Fault.values()) {
            next[fault.ordinal()] = new AtomicInteger();
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What happens at Stripe itself. */
    public StripeAccount account() {
        return account;
    }

    public void breaks(int requests) {
        next[Fault.NO_LINE.ordinal()].set(requests);
    }

    /** Nothing that was to go wrong does any more. */
    public void isWell() {
        for (Fault fault : Fault.values()) {
            next[fault.ordinal()].set(0);
        }
    }

    public void losesAnswers(int requests) {
        next[Fault.ANSWER_LOST.ordinal()].set(requests);
    }

    public void isInTrouble(int requests) {
        next[Fault.TROUBLE.ordinal()].set(requests);
    }

    /** Method and path of everything that was asked. */
    public CopyOnWriteArrayList<String> requests() {
        return requests;
    }

    /** What a correct client never does. */
    public CopyOnWriteArrayList<String> faults() {
        return faults;
    }

    /** As Stripe signs it. */
    public static String signature(String body, String secret, long seconds) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, seconds);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        requests.add(what);
        if (take(Fault.NO_LINE)) {
            exchange.close();
            return;
        }
        if (take(Fault.TROUBLE)) {
            answer(exchange, 503, StripeAccount.error("api_error", "api_error", "trouble"));
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (what.equals("GET /v1/balance")) {
            boolean known =
                    ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, known ? 200 : 401, known ? "{\"object\":\"balance\"}" : "{}");
            return;
        }
        String wrong = envelope(exchange, key);
        if (wrong != null) {
            faults.add(what + ": " + wrong);
            answer(exchange, 400, StripeAccount.error("invalid_request_error", wrong, wrong));
            return;
        }
        Kept answer = once(String.valueOf(key), what, body);
        if (take(Fault.ANSWER_LOST)) {
            exchange.close();
            return;
        }
        answer(exchange, answer.status, answer.body);
    }

    private Kept once(String key, String what, String body) {
        Kept before = kept.get(key);
        String request = what + " " + body;
        if (before != null && !before.request.equals(request)) {
            faults.add(what + ": the same key with another body");
            return new Kept(
                    request, 400, StripeAccount.error("idempotency_error", "idempotency_error", "another body"));
        }
        if (before != null) {
            return before;
        }
        if (underWay.putIfAbsent(key, true) != null) {
            return new Kept(request, 409, StripeAccount.error("idempotency_error", "idempotency_key_in_use", "wait"));
        }
        try {
            StripeAccount.Done done = account.act(what, form(body));
            Kept now = new Kept(request, done.status(), done.body());
            kept.put(key, now);
            return now;
        } finally {
            underWay.remove(key);
        }
    }

    private static @Nullable String envelope(HttpExchange exchange, @Nullable String key) {
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + KEY).equals(headers.getFirst("Authorization"))) {
            return "no such key";
        }
        if (!Stripe.API_VERSION.equals(headers.getFirst("Stripe-Version"))) {
            return "version not pinned";
        }
        String type = String.valueOf(headers.getFirst("Content-Type"));
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return "not a form";
        }
        return key == null || key.isBlank() || key.length() > 255 ? "no idempotency key" : null;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String field : body.isEmpty() ? new String[0] : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            form.put(decoded(pair[0]), decoded(pair[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private boolean take(Fault fault) {
        return next[fault.ordinal()].getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
