package health.consilium.conferencing.daily;

import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Daily tells. Types that we have no use for, and fields that we do not know, are left alone: Daily adds some from
 * time to time.
 */
final class DailyNews {
    private static final Logger log = LoggerFactory.getLogger(DailyNews.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** How far Daily's clock may be ahead of ours. */
    private static final Duration AHEAD = DailySignature.WINDOW;

    private final Clock clock;

    DailyNews(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is what Daily sends to see whether anybody is there, before it gives out a secret. */
    static boolean isTrial(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isObject()
                    && root.size() == 1
                    && root.path("test").asString("").equals("test");
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /** @return nothing when it does not concern us */
    Optional<ProviderEvent> read(byte[] body) {
        JsonNode root = parsed(body);
        String type = root.path("type").asString("");
        JsonNode payload = root.path("payload");
        if (type.isEmpty() || !payload.isObject()) {
            throw noNews();
        }
        return Optional.ofNullable(
                switch (type) {
                    case "participant.joined" -> joined(root, payload);
                    case "participant.left" -> left(root, payload);
                    case "meeting.ended" -> emptied(root, payload);
                    case "recording.ready-to-download" -> recorded(root, payload);
                    case "recording.error" -> broke(root, payload);
                    default -> null;
                });
    }

    private ProviderEvent joined(JsonNode root, JsonNode payload) {
        String session = needed(payload, "session_id");
        return new ProviderEvent.Joined(
                DailyProvider.NAME,
                key(root, session),
                needed(payload, "room"),
                session,
                DailyPresence.person(payload.path("user_id").asString("")),
                at(payload.has("joined_at") ? payload.path("joined_at") : root.path("event_ts")));
    }

    private ProviderEvent left(JsonNode root, JsonNode payload) {
        String session = needed(payload, "session_id");
        boolean counted =
                payload.path("joined_at").isNumber() && payload.path("duration").isNumber();
        Instant at = counted
                ? at(payload.path("joined_at")
                        .decimalValue()
                        .add(payload.path("duration").decimalValue()))
                : at(root.path("event_ts"));
        return new ProviderEvent.Left(
                DailyProvider.NAME,
                key(root, session),
                needed(payload, "room"),
                session,
                DailyPresence.person(payload.path("user_id").asString("")),
                at);
    }

    private ProviderEvent emptied(JsonNode root, JsonNode payload) {
        return new ProviderEvent.RoomEmpty(
                DailyProvider.NAME,
                key(root, needed(payload, "meeting_id")),
                needed(payload, "room"),
                at(payload.has("end_ts") ? payload.path("end_ts") : root.path("event_ts")));
    }

    private ProviderEvent broke(JsonNode root, JsonNode payload) {
        log.error("Daily could not record a consultation");
        String room = needed(payload, payload.has("room_name") ? "room_name" : "room");
        return new ProviderEvent.RecordingBroke(DailyProvider.NAME, key(root, room), room, at(root.path("event_ts")));
    }

    private ProviderEvent recorded(JsonNode root, JsonNode payload) {
        String recording = needed(payload, "recording_id");
        return new ProviderEvent.RecordingReady(
                DailyProvider.NAME,
                recordingKey(recording),
                // Elsewhere it is called "room".
                needed(payload, payload.has("room_name") ? "room_name" : "room"),
                recording,
                at(root.path("event_ts")));
    }

    /** A recording is ready once, whoever finds it out. */
    static String recordingKey(String recording) {
        return "recording.ready-to-download:" + recording;
    }

    /** The same however often it is sent; events carry no name of their own that Daily promises. */
    private static String key(JsonNode root, String id) {
        JsonNode time = root.path("event_ts");
        if (!time.isNumber()) {
            throw noNews();
        }
        String seconds = time.decimalValue().stripTrailingZeros().toPlainString();
        return root.path("type").asString("") + ":" + id + ":" + seconds;
    }

    private Instant at(JsonNode seconds) {
        if (!seconds.isNumber()) {
            throw noNews();
        }
        return at(seconds.decimalValue());
    }

    /** Something that is still to come is no news. */
    private Instant at(BigDecimal seconds) {
        long latest = clock.instant().plus(AHEAD).toEpochMilli();
        BigDecimal millis = seconds.movePointRight(3).setScale(0, RoundingMode.DOWN);
        if (millis.signum() <= 0 || millis.compareTo(BigDecimal.valueOf(latest)) > 0) {
            throw noNews();
        }
        return Instant.ofEpochMilli(millis.longValueExact());
    }

    private static String needed(JsonNode payload, String name) {
        String text = payload.path(name).asString("");
        if (!text.matches("[\\x21-\\x7e]{1,128}")) {
            throw noNews();
        }
        return text;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw noNews();
        }
    }

    private static Problem noNews() {
        return new Problem(ErrorCode.INVALID_REQUEST, "This is no event of Daily.");
    }
}
