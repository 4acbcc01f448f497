package health.consilium.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page's socket: says frames with numbers, hears frames, and knows how it was closed. */
public final class Socket implements WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE = 10;
    private static final int AT_ONCE = 5;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private @Nullable WebSocket socket;
    private long sent;

    /** @throws Refused with the HTTP status when the handshake is refused */
    public static Socket open(int port, @Nullable String origin) {
        Socket opened = new Socket();
        var builder = CLIENT.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        try {
            opened.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/v1"), opened)
                    .join();
            return opened;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /** The handshake was answered with another status than 101. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        public final int status;

        Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }
    }

    public static String ownOrigin(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Opens and greets. */
    public static Socket greeted(int port, String ticket) {
        Socket opened = open(port, ownOrigin(port));
        opened.raw(hello(ticket, ""));
        return opened;
    }

    public static String hello(String ticket, String more) {
        return "{\"type\":\"hello\",\"body\":{\"versions\":[1],\"ticket\":\"%s\",\"client\":{\"name\":\"test\",\"version\":\"1\"}%s}}"
                .formatted(ticket, more);
    }

    public void raw(String text) {
        if (socket != null) {
            socket.sendText(text, true).join();
        }
    }

    /** Says a numbered frame; {@code body} is JSON. */
    public void say(String type, String body) {
        raw("{\"type\":\"%s\",\"seq\":%d,\"id\":\"c-%d\",\"body\":%s}".formatted(type, ++sent, sent, body));
    }

    public void sayUnnumbered(String type, String body) {
        raw("{\"type\":\"%s\",\"body\":%s}".formatted(type, body));
    }

    /** The next frame of that type; what comes before it is passed over. */
    public JsonNode hears(String type) {
        return hears(type, frame -> frame.path("type").asString("").equals(type));
    }

    /** The next frame that has a number, whatever it says. */
    public JsonNode hearsNumbered() {
        return hears("a numbered frame", frame -> frame.has("seq"));
    }

    private JsonNode hears(String what, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                JsonNode frame = heard.poll(left, TimeUnit.NANOSECONDS);
                if (frame != null && wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("did not hear " + what);
    }

    /** Whether such a frame has come and was not asked for yet. */
    public boolean hasHeard(String type) {
        return heard.stream().anyMatch(frame -> frame.path("type").asString("").equals(type));
    }

    /** How the server closed it. */
    public int closedWith() {
        try {
            return closed.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("was not closed", e);
        }
    }

    /** How the server closed it, which it has to do within five seconds (S3). */
    public int closedAtOnce() {
        try {
            return closed.get(AT_ONCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("was not closed within " + AT_ONCE + " s", e);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** As a page does that will not be back. */
    public void saysGoodbye() {
        if (socket != null) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            closedWith();
        }
    }

    /** As when the network breaks. */
    public void breakOff() {
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            heard.add(JSON.readTree(parts.toString()));
            parts.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        if (!(error instanceof IOException)) {
            closed.completeExceptionally(error);
        }
    }
}
