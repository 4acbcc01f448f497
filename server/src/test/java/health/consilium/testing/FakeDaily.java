package health.consilium.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.testing.DailyDomain.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Daily on this computer, as strict as its documents say: bearer, JSON, its own schema for every request and for every answer,
 * its error words, and its three rate limits over moving windows. What it tells is signed as Daily signs.
 */
public final class FakeDaily {
    public static final String KEY = "0123456789abcdef0123456789abcdef-standin";
    /** 32 bytes in base64. */
    public static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.standin-token-";
    public static final String LINK_SECRET = "standin-link-signature";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] FILM = "a film of a consultation".getBytes(StandardCharsets.UTF_8);

    /** What the next requests meet. */
    public enum Fault {
        /** The line breaks before Daily has done anything. */
        NO_LINE,
        /** Daily does it, and the line breaks before the answer. */
        ANSWER_LOST,
        TROUBLE,
        TOO_MANY
    }

    private final HttpServer server;
    private final DailySchema schema = new DailySchema();
    private final DailyDomain domain;
    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> asked = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger[] next = new AtomicInteger[Fault.values().length];
    private final AtomicInteger lostLater = new AtomicInteger();
    private volatile @Nullable String retryAfter;
    private volatile boolean keyTakenBack;

    public FakeDaily(Clock clock) {
        this(clock, System::nanoTime);
    }

    /** @param nanos the clock by which it counts how fast it is asked */
    public FakeDaily(Clock clock, LongSupplier nanos) {
        this.domain = new DailyDomain(clock);
        this.nanos = nanos;
        for (Fault fault : Fault.values()) {
            next[fault.ordinal()] = new AtomicInteger();
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1", this::handle);
        server.createContext("/film", exchange -> answer(exchange, 200, "video/mp4", FILM));
        server.start();
        domain.filmAddress = "http://" + authority() + "/film";
    }

    public void stop() {
        server.stop(0);
    }

    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public byte[] film() {
        return FILM.clone();
    }

    /** Where links to recordings lead. */
    public void filmsAreAt(String address) {
        domain.filmAddress = address;
    }

    public void meets(Fault fault, int times) {
        next[fault.ordinal()].set(times);
    }

    /** The next answer but one: Daily does what was asked, and nobody hears of it. */
    public void losesTheSecondAnswer() {
        lostLater.set(2);
    }

    public void wishesToBeAskedAgainAfter(@Nullable String seconds) {
        retryAfter = seconds;
    }

    /** With the answer that it has when nothing is recorded. */
    public void refusesToStop() {
        domain.stopsNothing = true;
    }

    public void takesTheKeyBack() {
        keyTakenBack = true;
    }

    /** Method and path of everything that was asked, in order. */
    public List<String> requests() {
        return requests;
    }

    /** What a correct client never does, and what Daily never would answer. */
    public List<String> faults() {
        return faults;
    }

    public @Nullable JsonNode room(String name) {
        return domain.rooms.get(name);
    }

    /** Somebody deletes it at the dashboard. */
    public void deleted(String room) {
        domain.rooms.remove(room);
    }

    /** A meeting that Daily remembers, whoever was told of it. */
    public void remembers(ObjectNode meeting) {
        domain.meetings.add(meeting);
    }

    public List<ObjectNode> tokens() {
        return domain.tokens;
    }

    public List<ObjectNode> present(String room) {
        return domain.present.getOrDefault(room, List.of());
    }

    public List<String> banned(String room) {
        return domain.banned.getOrDefault(room, List.of());
    }

    public Map<String, ObjectNode> recordings() {
        return domain.recordings;
    }

    public Map<String, ObjectNode> webhooks() {
        return domain.webhooks;
    }

    /** Somebody comes in. @param user "" for whoever has no name of ours. @return the stay */
    public String comesIn(String room, String user, String joinTime) {
        String id = UUID.randomUUID().toString();
        isIn(room, user, id, joinTime);
        return id;
    }

    /** @param id the stay's name, which Daily makes up */
    public void isIn(String room, String user, String id, String joinTime) {
        ObjectNode one = JSON.createObjectNode()
                .put("room", room)
                .put("id", id)
                .put("userName", "Somebody")
                .put("mtgSessionId", UUID.randomUUID().toString())
                .put("joinTime", joinTime)
                .put("duration", 5);
        if (!user.isEmpty()) {
            one.put("userId", user);
        }
        domain.present
                .computeIfAbsent(room, ignored -> new CopyOnWriteArrayList<>())
                .add(one);
    }

    /** As Daily signs: base64 of HMAC-SHA256 over timestamp, dot and body. */
    public static String signature(String timestamp, String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as Daily writes it: held against its schema. */
    public String event(String type, double at, ObjectNode payload) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "1.0.0")
                .put("type", type)
                .put("event_ts", at);
        event.set("payload", payload);
        List<String> wrong = schema.event(type.replace('.', '_').replace('-', '_'), event);
        wrong.forEach(one -> faults.add("event " + type + ": " + one));
        return event.toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath().substring("/v1".length());
        String query = exchange.getRequestURI().getRawQuery();
        requests.add(method + " " + path);
        if (take(Fault.NO_LINE)) {
            exchange.close();
            return;
        }
        Said said = said(exchange, method, path, query == null ? "" : query, body);
        if (take(Fault.ANSWER_LOST) || lostLater.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
            exchange.close();
            return;
        }
        schema.answer(method, path, said.status(), said.body())
                .forEach(one -> faults.add("answer to " + method + " " + path + ": " + one));
        String wish = retryAfter;
        if (said.status() == 429 && wish != null) {
            exchange.getResponseHeaders().add("Retry-After", wish);
        }
        answer(
                exchange,
                said.status(),
                "application/json",
                said.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private Said said(HttpExchange exchange, String method, String path, String query, String body) {
        if (take(Fault.TROUBLE)) {
            return new Said(500, DailyDomain.error("server-error", "trouble"));
        }
        if (take(Fault.TOO_MANY)) {
            return new Said(429, DailyDomain.error("rate-limit-error", "slow down"));
        }
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer == null || !bearer.startsWith("Bearer ")) {
            return fault(method + " " + path + ": no bearer", 400, "authorization-header-error");
        }
        if (keyTakenBack || !bearer.equals("Bearer " + KEY)) {
            return new Said(401, DailyDomain.error("authentication-error", "no such key"));
        }
        if (tooFast(method, path)) {
            return fault(method + " " + path + ": too fast", 429, "rate-limit-error");
        }
        JsonNode json;
        try {
            json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException noJson) {
            return fault(method + " " + path + ": no JSON", 400, "json-parsing-error");
        }
        List<String> wrong = schema.request(method, path, query, body);
        if (!wrong.isEmpty()) {
            return fault(method + " " + path + ": " + wrong, 400, "invalid-request-error");
        }
        return domain.act(method, path, query, json);
    }

    private Said fault(String what, int status, String word) {
        faults.add(what);
        return new Said(status, DailyDomain.error(word, what));
    }

    private synchronized boolean tooFast(String method, String path) {
        boolean slow = method.equals("DELETE") && path.startsWith("/rooms/") || path.equals("/recordings");
        boolean start = path.endsWith("/recordings/start");
        String lane = slow ? "slow" : start ? "start" : "ordinary";
        int most = slow ? 50 : start ? 5 : 100;
        long now = nanos.getAsLong();
        long since = now - Duration.ofSeconds(slow ? 30 : 5).toNanos();
        Deque<Long> times = asked.computeIfAbsent(lane, ignored -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst() <= since) {
            times.removeFirst();
        }
        times.addLast(now);
        return times.size() > most;
    }

    private boolean take(Fault fault) {
        return next[fault.ordinal()].getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
