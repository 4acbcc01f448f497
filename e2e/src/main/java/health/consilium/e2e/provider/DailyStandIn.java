package health.consilium.e2e.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Daily for a rehearsal: as much of its REST interface as our server asks, and a program in the place of the one that its
 * library fetches, which carries media from browser to browser. The library itself is Daily's own.
 */
public final class DailyStandIn implements AutoCloseable {
    private static final String KEY = "0123456789abcdef0123456789abcdef-standin";
    private static final String HOME = "https://standin.daily.co/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Post post = new Post();
    private final Map<String, ObjectNode> rooms = new ConcurrentHashMap<>();
    private final List<JsonNode> tokens = new CopyOnWriteArrayList<>();

    public DailyStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public Map<String, String> settings() {
        return Map.of(
                "consilium.conferencing.provider",
                "daily",
                "consilium.conferencing.daily.api-key",
                KEY,
                "consilium.conferencing.daily.rehearsal",
                "127.0.0.1:" + server.getAddress().getPort());
    }

    /** That browser reaches Daily, and it is us. */
    public Person serves(Person person) {
        StandIn.serves(
                person,
                "https://c.daily.co/**/call-machine-object-bundle.js",
                "text/javascript",
                "peers.js",
                "daily.js");
        StandIn.delivers(person, HOME + "post", post);
        return person;
    }

    public Map<String, ObjectNode> rooms() {
        return rooms;
    }

    /** What was asked of tokens, in order. */
    public List<JsonNode> tokens() {
        return tokens;
    }

    public List<Post.Guest> guests() {
        return post.everybody();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String asked =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        JsonNode answer = known ? answer(asked, sent.isEmpty() ? JSON.createObjectNode() : JSON.readTree(sent)) : null;
        byte[] body = String.valueOf(answer == null ? "{\"error\":\"not-found\",\"info\":\"\"}" : answer)
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private @Nullable JsonNode answer(String asked, JsonNode body) {
        String[] parts = asked.split("/");
        String room = parts.length > 3 ? parts[3] : "";
        return switch (room.isEmpty() ? asked : asked.replace("/" + room, "/*")) {
            case "POST /v1/rooms" -> made(body);
            case "GET /v1/rooms/*", "POST /v1/rooms/*" -> rooms.get(room);
            case "GET /v1/rooms/*/presence" -> presence(room);
            case "POST /v1/rooms/*/eject" -> emptied(room);
            case "DELETE /v1/rooms/*" -> rooms.remove(room);
            case "POST /v1/meeting-tokens" -> token(body.path("properties"));
            case "GET /v1/webhooks" -> JSON.createArrayNode();
            case "GET /v1/" ->
                JSON.createObjectNode().put("domain_name", "standin").put("domain_id", "1");
            default -> null;
        };
    }

    private ObjectNode made(JsonNode body) {
        String name = body.path("name").asString("");
        ObjectNode room = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("name", name)
                .put("api_created", true)
                .put("privacy", body.path("privacy").asString(""))
                .put("url", HOME + name)
                .put("created_at", Instant.now().toString());
        room.set("config", body.path("properties"));
        rooms.put(name, room);
        return room;
    }

    private ObjectNode presence(String room) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        for (Post.Guest guest : post.in(room)) {
            data.addObject()
                    .put("room", room)
                    .put("id", guest.session())
                    .put("userId", guest.user())
                    .put("userName", "Somebody")
                    .put("mtgSessionId", room)
                    .put("joinTime", Instant.now().toString())
                    .put("duration", 1);
        }
        return answer.put("total_count", data.size());
    }

    private ObjectNode emptied(String room) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode ids = answer.putArray("ejectedIds");
        post.in(room).forEach(guest -> ids.add(guest.session()));
        post.empty(room);
        return answer;
    }

    /** Says to the stand-in in the browser what Daily's own would have in it; nobody but the stand-in believes it. */
    private ObjectNode token(JsonNode properties) {
        tokens.add(properties);
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(properties.toString().getBytes(UTF_8));
        return JSON.createObjectNode().put("token", text);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
