package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a room at Daily, and putting them out. */
final class DailyPresence {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of one answer, and of one request to put people out. */
    private static final int MOST = 100;

    private final DailyApi api;
    private final Clock clock;

    DailyPresence(DailyApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    List<Seat> seats(Room room) {
        return people(room).stream()
                .filter(one -> !one.path("id").asString("").isEmpty())
                .map(one -> new Seat(
                        one.path("id").asString(""),
                        person(one.path("userId").asString("")),
                        since(one.path("joinTime").asString(""))))
                .toList();
    }

    /** By name those whom we let in, so that their tokens do not open the room again; by stay anybody else. */
    void putEverybodyOut(Room room) {
        List<JsonNode> people = people(room);
        List<String> named = values(people, "userId");
        List<String> others = values(
                people.stream()
                        .filter(one -> one.path("userId").asString("").isEmpty())
                        .toList(),
                "id");
        putOut(room, "user_ids", named);
        putOut(room, "ids", others);
    }

    private void putOut(Room room, String by, List<String> who) {
        for (int from = 0; from < who.size(); from += MOST) {
            ArrayNode some = JSON.createArrayNode();
            who.subList(from, Math.min(from + MOST, who.size())).forEach(some::add);
            ObjectNode body = JSON.createObjectNode().put("ban", true);
            body.set(by, some);
            Answer answer =
                    api.ask(Ask.post("put people out", "/rooms/" + RoomAddress.name(room.name()) + "/eject", body));
            if (!answer.ok() && !answer.unknown()) {
                throw DailyApi.refused("put people out", answer);
            }
        }
    }

    private List<JsonNode> people(Room room) {
        String path = "/rooms/" + RoomAddress.name(room.name()) + "/presence?limit=" + MOST;
        Answer answer = api.ask(Ask.get("say who is in a room", path));
        if (answer.unknown()) {
            return List.of();
        }
        if (!answer.ok()) {
            throw DailyApi.refused("say who is in a room", answer);
        }
        return StreamSupport.stream(answer.body().path("data").spliterator(), false)
                .toList();
    }

    private static List<String> values(List<JsonNode> people, String field) {
        return people.stream()
                .map(one -> one.path(field).asString(""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** @return null for whoever did not come by a token of ours */
    static @Nullable UUID person(String userId) {
        try {
            return UUID.fromString(userId);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private Instant since(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException unreadable) {
            return clock.instant();
        }
    }
}
