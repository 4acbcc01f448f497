package health.consilium.conferencing.daily;

import health.consilium.conferencing.spi.RoomRequest;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Row H5: what a room at Daily is like. Its end puts everybody out, because a token cannot be recalled and the end may be moved
 * (ADR 0036).
 */
final class RoomSettings {
    static final String PRIVATE = "private";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RoomSettings() {}

    static ObjectNode of(RoomRequest request) {
        return JSON.createObjectNode()
                .put("nbf", request.opensAt().getEpochSecond())
                .put("exp", roundedUp(request.endsAt()))
                .put("max_participants", request.maxParticipants())
                .put("eject_at_room_exp", true)
                // One seat a person: a stay that lingers after a reload does not take the place of whoever comes again.
                .put("enforce_unique_user_ids", true)
                .put("enable_chat", true)
                .put("enable_screenshare", true)
                .put("enable_recording", "cloud")
                .put("enable_knocking", false)
                .put("enable_prejoin_ui", false);
    }

    static ObjectNode body(ObjectNode settings) {
        ObjectNode body = JSON.createObjectNode().put("privacy", PRIVATE);
        body.set("properties", settings);
        return body;
    }

    /** Whether a room that is there is as it should be. What Daily does not mention is switched off. */
    static boolean fit(ObjectNode wanted, JsonNode room) {
        return PRIVATE.equals(room.path("privacy").asString(""))
                && wanted.properties().stream().allMatch(one -> {
                    JsonNode is = room.path("config").path(one.getKey());
                    return same(one.getValue(), is);
                });
    }

    private static boolean same(JsonNode wanted, JsonNode is) {
        if (is.isMissingNode()) {
            return wanted.isBoolean() && !wanted.booleanValue();
        }
        // Daily may answer a list where it was given one word.
        JsonNode one = is.isArray() && is.size() == 1 ? is.get(0) : is;
        return wanted.isNumber() ? one.isNumber() && wanted.longValue() == one.longValue() : wanted.equals(one);
    }

    /** Nobody is put out before the end. */
    private static long roundedUp(Instant end) {
        return end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1;
    }
}
