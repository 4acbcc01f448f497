package health.consilium.e2e.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signalling session as a program speaks it: numbers what it sends, and hands out what comes in, in order. */
public final class Line implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CLOSED = -1;

    private final LinkedBlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final WebSocket socket;
    private long seq;

    private Line(HttpClient client, URI endpoint, String origin) {
        this.socket = client.newWebSocketBuilder()
                .header("Origin", origin)
                .connectTimeout(Duration.ofSeconds(20))
                .buildAsync(endpoint, new Ear())
                .join();
    }

    /** Connected, not yet greeted. */
    public static Line open(HttpClient client, URI server) {
        return open(client, server, server.toString());
    }

    public static Line open(HttpClient client, URI server, String origin) {
        return new Line(client, URI.create("ws://" + server.getAuthority() + "/ws/v1"), origin);
    }

    /** To a server that is not ours and knows no greeting. */
    public static Line toStranger(HttpClient client, URI endpoint) {
        return new Line(client, endpoint, "http://" + endpoint.getAuthority());
    }

    /** Greets and returns the welcome's body. */
    public JsonNode hello(String ticket) {
        say(
                "hello",
                Map.of("versions", List.of(1), "ticket", ticket, "client", Map.of("name", "test", "version", "1")),
                0,
                null);
        return await("welcome");
    }

    /** Sends a frame of the numbered kind. */
    public void send(String type, Object body) {
        say(type, body, ++seq, null);
    }

    /** Sends a numbered frame that wants an answer. */
    public void ask(String type, Object body, String id) {
        say(type, body, ++seq, id);
    }

    /** A frame without a number: hello, ping, and what may get lost. */
    public void say(String type, Object body) {
        say(type, body, 0, null);
    }

    private void say(String type, Object body, long number, @Nullable String id) {
        String numbered = number == 0 ? "" : ",\"seq\":" + number;
        String named = id == null ? "" : ",\"id\":\"" + id + "\"";
        String text =
                "{\"type\":\"" + type + "\"" + numbered + named + ",\"body\":" + JSON.writeValueAsString(body) + "}";
        socket.sendText(text, true).join();
    }

    /** The body of the next frame of that type; frames before it are passed over. */
    public JsonNode await(String type) {
        return awaitFrame(type).path("body");
    }

    public JsonNode awaitFrame(String type) {
        return await(frame -> frame.path("type").asString("").equals(type));
    }

    /** The whole frame that answers a question, be it a refusal. */
    public JsonNode awaitAnswer(String id) {
        return await(frame -> frame.path("re").asString("").equals(id)
                || frame.at("/body/re").asString("").equals(id));
    }

    private JsonNode await(Predicate<JsonNode> wanted) {
        try {
            for (JsonNode frame = next(); ; frame = next()) {
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode next() throws InterruptedException {
        JsonNode frame = inbox.poll(20, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("the server said nothing for 20 s");
        }
        if (frame.has("closed")) {
            throw new AssertionError(
                    "the server closed with " + frame.path("closed").asInt());
        }
        return frame;
    }

    /** With which code the server closes; waits for it. */
    public int closeCode() {
        return closeCode.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                inbox.add(JSON.readTree(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closed(CLOSED);
        }

        private void closed(int code) {
            closeCode.complete(code);
            inbox.add(JSON.readTree("{\"closed\":" + code + "}"));
        }
    }
}
