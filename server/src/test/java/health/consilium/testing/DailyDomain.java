package health.consilium.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one domain at Daily holds: rooms, who is in them, tokens, recordings, webhooks. Each method is one of Daily's answers. */
public final class DailyDomain {
    public static final String NAME = "consilium-test";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;
    final Map<String, ObjectNode> rooms = new ConcurrentHashMap<>();
    final Map<String, List<ObjectNode>> present = new ConcurrentHashMap<>();
    final Map<String, List<String>> banned = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> recordings = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> webhooks = new ConcurrentHashMap<>();
    /** Newest first. */
    final List<ObjectNode> meetings = new CopyOnWriteArrayList<>();

    final List<ObjectNode> tokens = new CopyOnWriteArrayList<>();
    volatile boolean stopsNothing;
    volatile String filmAddress = "https://daily-recordings.example/film";

    DailyDomain(Clock clock) {
        this.clock = clock;
    }

    /** Answered with a status. */
    record Said(int status, JsonNode body) {}

    Said act(String method, String path, String query, JsonNode body) {
        String[] part = path.substring(1).split("/", -1);
        String what = method + " " + part[0]
                + (part.length > 2 ? " " + String.join(" ", List.of(part).subList(2, part.length)) : "");
        String name = part.length > 1 ? part[1] : "";
        return switch (what) {
            case "GET " ->
                new Said(
                        200,
                        JSON.createObjectNode()
                                .put("domain_name", NAME)
                                .put(
                                        "domain_id",
                                        UUID.nameUUIDFromBytes(new byte[1]).toString()));
            case "POST rooms" -> name.isEmpty() ? make(body) : change(name, body);
            case "GET rooms" -> room(name);
            case "DELETE rooms" -> deleteRoom(name);
            case "GET rooms presence" -> presence(name);
            case "POST rooms eject" -> eject(name, body);
            case "POST rooms recordings start" -> start(name);
            case "POST rooms recordings stop" -> stop(name);
            case "POST meeting-tokens" -> token(body.path("properties"));
            case "GET recordings" -> name.isEmpty() ? listRecordings(query) : recording(name);
            case "GET recordings access-link" -> link(name);
            case "DELETE recordings" ->
                recordings.remove(name) == null
                        ? unknown()
                        : new Said(
                                200,
                                JSON.createObjectNode().put("deleted", true).put("id", name));
            case "GET meetings" -> meetings(query);
            case "GET webhooks" -> list();
            case "POST webhooks" -> name.isEmpty() ? hook(body, null) : hook(body, name);
            default -> unknown();
        };
    }

    /** The answer for an existing name is the one for a wrong name. */
    private Said make(JsonNode body) {
        String name = body.path("name").asString(UUID.randomUUID().toString());
        if (!name.matches("[A-Za-z0-9_-]+")) {
            return wrong("name is not valid");
        }
        if (rooms.containsKey(name)) {
            return wrong("a room named " + name + " already exists");
        }
        if (body.path("properties").has("exp")
                && body.path("properties").path("exp").asLong() <= now()) {
            return wrong("exp was in the past");
        }
        ObjectNode room = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("name", name)
                .put("api_created", true)
                .put("privacy", body.path("privacy").asString("public"))
                .put("url", "https://" + NAME + ".daily.co/" + name)
                .put("created_at", clock.instant().toString());
        room.set("config", kept(body.path("properties")));
        rooms.put(name, room);
        return new Said(200, room.deepCopy());
    }

    /** What is switched off is not mentioned. */
    private static ObjectNode kept(JsonNode properties) {
        ObjectNode config = JSON.createObjectNode();
        properties.properties().stream()
                .filter(one -> !one.getValue().isBoolean() || one.getValue().booleanValue())
                .forEach(one -> config.set(one.getKey(), one.getValue()));
        return config;
    }

    private Said change(String name, JsonNode body) {
        ObjectNode room = rooms.get(name);
        if (room == null) {
            return unknown();
        }
        ObjectNode config = ((ObjectNode) room.path("config")).deepCopy();
        body.path("properties").properties().forEach(one -> config.set(one.getKey(), one.getValue()));
        room.set("config", kept(config));
        room.put("privacy", body.path("privacy").asString(room.path("privacy").asString("")));
        return new Said(200, room.deepCopy());
    }

    private Said room(String name) {
        ObjectNode room = rooms.get(name);
        return room == null ? unknown() : new Said(200, room.deepCopy());
    }

    private Said deleteRoom(String name) {
        return rooms.remove(name) == null
                ? unknown()
                : new Said(200, JSON.createObjectNode().put("deleted", true).put("name", name));
    }

    private Said presence(String name) {
        if (!rooms.containsKey(name)) {
            return unknown();
        }
        ArrayNode data = JSON.createArrayNode();
        present.getOrDefault(name, List.of()).forEach(one -> data.add(one.deepCopy()));
        ObjectNode answer = JSON.createObjectNode().put("total_count", data.size());
        answer.set("data", data);
        return new Said(200, answer);
    }

    private Said eject(String name, JsonNode body) {
        if (!rooms.containsKey(name)) {
            return unknown();
        }
        List<String> ids = texts(body.path("ids"));
        List<String> users = texts(body.path("user_ids"));
        if (ids.size() > 100 || users.size() > 100 || ids.isEmpty() && users.isEmpty()) {
            return wrong("1 to 100 ids");
        }
        ArrayNode out = JSON.createArrayNode();
        present.getOrDefault(name, new ArrayList<>()).removeIf(one -> {
            boolean named = users.contains(one.path("userId").asString(""))
                    || ids.contains(one.path("id").asString(""));
            if (named) {
                out.add(one.path("id").asString());
            }
            return named;
        });
        if (body.path("ban").asBoolean(false)) {
            banned.computeIfAbsent(name, ignored -> new CopyOnWriteArrayList<>())
                    .addAll(users);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("ejectedIds", out);
        return new Said(200, answer);
    }

    private Said start(String name) {
        if (!rooms.containsKey(name)) {
            return unknown();
        }
        if (recordings.values().stream().anyMatch(one -> isRunning(one, name))) {
            return wrong("has an active stream");
        }
        String id = UUID.randomUUID().toString();
        recordings.put(
                id,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("room_name", name)
                        .put("start_ts", now())
                        .put("status", "in-progress")
                        .put("s3Key", "kept/" + id));
        return new Said(200, JSON.createObjectNode().put("status", "sent"));
    }

    private Said stop(String name) {
        if (!rooms.containsKey(name)) {
            return unknown();
        }
        List<ObjectNode> running =
                recordings.values().stream().filter(one -> isRunning(one, name)).toList();
        if (stopsNothing) {
            return wrong("does not have an active stream");
        }
        running.forEach(one -> one.put("status", "finished").put("duration", 60));
        return running.isEmpty()
                ? wrong("does not have an active stream")
                : new Said(200, JSON.createObjectNode().put("status", "sent"));
    }

    private static boolean isRunning(JsonNode recording, String room) {
        return recording.path("room_name").asString("").equals(room)
                && recording.path("status").asString("").equals("in-progress");
    }

    private Said listRecordings(String query) {
        String room = asked(query, "room_name");
        return page(
                query,
                recordings.values().stream()
                        .filter(one -> room.isEmpty()
                                || room.equals(one.path("room_name").asString("")))
                        .sorted(Comparator.comparingLong((ObjectNode one) ->
                                        -one.path("start_ts").asLong())
                                .thenComparing(one -> one.path("id").asString("")))
                        .toList());
    }

    private Said meetings(String query) {
        String room = asked(query, "room");
        long from = Long.parseLong("0" + asked(query, "timeframe_start"));
        return page(
                query,
                meetings.stream()
                        .filter(one ->
                                room.isEmpty() || room.equals(one.path("room").asString("")))
                        .filter(one -> one.path("start_time").asLong() >= from)
                        .toList());
    }

    /** No more than a hundred at once; the next page begins after the last of this one. */
    private static Said page(String query, List<ObjectNode> all) {
        String after = asked(query, "starting_after");
        int limit = Math.min(100, Integer.parseInt(asked(query, "limit").isEmpty() ? "100" : asked(query, "limit")));
        ArrayNode data = JSON.createArrayNode();
        all.stream()
                .dropWhile(
                        one -> !after.isEmpty() && !one.path("id").asString("").equals(after))
                .skip(after.isEmpty() ? 0 : 1)
                .limit(limit)
                .forEach(one -> data.add(one.deepCopy()));
        ObjectNode answer = JSON.createObjectNode().put("total_count", all.size());
        answer.set("data", data);
        return new Said(200, answer);
    }

    private static String asked(String query, String name) {
        for (String field : query.split("&", -1)) {
            if (field.startsWith(name + "=")) {
                return field.substring(name.length() + 1);
            }
        }
        return "";
    }

    private Said recording(String id) {
        ObjectNode recording = recordings.get(id);
        return recording == null ? unknown() : new Said(200, recording.deepCopy());
    }

    private Said link(String id) {
        ObjectNode recording = recordings.get(id);
        if (recording == null) {
            return unknown();
        }
        return new Said(
                200,
                JSON.createObjectNode()
                        .put("download_link", filmAddress + "?X-Amz-Signature=" + FakeDaily.LINK_SECRET)
                        .put("expires", now() + 3600));
    }

    /** Without a room a token opens each of them, and without an end it is for ever: nobody here may make such a one. */
    private Said token(JsonNode properties) {
        if (properties.path("room_name").asString("").isEmpty() || !properties.has("exp")) {
            return wrong("a token for every room, or without an end");
        }
        if (properties.path("exp").asLong() <= now()) {
            return wrong("exp was in the past");
        }
        tokens.add((ObjectNode) properties.deepCopy());
        return new Said(200, JSON.createObjectNode().put("token", FakeDaily.TOKEN + tokens.size()));
    }

    private Said list() {
        ArrayNode all = JSON.createArrayNode();
        webhooks.values().forEach(one -> all.add(one.deepCopy()));
        return new Said(200, all);
    }

    private Said hook(JsonNode body, @Nullable String id) {
        if (id != null && !webhooks.containsKey(id)) {
            return unknown();
        }
        if (id == null && !answersTheTrial(body.path("url").asString(""))) {
            return wrong("non-200 status code returned from webhook endpoint");
        }
        String uuid = id == null ? UUID.randomUUID().toString() : id;
        ObjectNode hook = id == null
                ? JSON.createObjectNode().put("uuid", uuid).put("hmac", "bWFkZSBieSBEYWlseSBpdHNlbGY=")
                : Objects.requireNonNull(webhooks.get(id)).deepCopy();
        body.properties().forEach(one -> hook.set(one.getKey(), one.getValue()));
        hook.put("state", "ACTIVE").put("failedCount", 0);
        webhooks.put(uuid, hook);
        return new Said(200, hook.deepCopy());
    }

    /** Only a server on this computer can be asked. */
    private static boolean answersTheTrial(String url) {
        if (!url.startsWith("http://127.0.0.1:")) {
            return true;
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest trial = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"test\":\"test\"}"))
                    .build();
            return http.send(trial, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(one -> all.add(one.asString("")));
        return all;
    }

    static Said wrong(String info) {
        return new Said(400, error("invalid-request-error", info));
    }

    private static Said unknown() {
        return new Said(404, error("not-found", "unknown"));
    }

    static ObjectNode error(String word, String info) {
        return JSON.createObjectNode()
                .put("error", word.toLowerCase(Locale.ROOT))
                .put("info", info);
    }
}
