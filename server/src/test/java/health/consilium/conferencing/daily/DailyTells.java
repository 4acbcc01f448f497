package health.consilium.conferencing.daily;

import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.Http;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Daily sends to our webhook, each event held against its schema. */
record DailyTells(int port, FakeDaily daily, Clock clock) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/conferencing/daily/webhook";

    String joined(Person person, String stay, String room) {
        double now = clock.instant().getEpochSecond();
        return daily.event(
                "participant.joined", now, payload(person, stay, room).put("joined_at", now));
    }

    String left(Person person, String stay, String room) {
        return left(person, stay, room, clock.instant().getEpochSecond());
    }

    String left(Person person, String stay, String room, double at) {
        ObjectNode payload =
                payload(person, stay, room).put("joined_at", at - 5).put("duration", 5);
        return daily.event("participant.left", at, payload);
    }

    private static ObjectNode payload(Person person, String stay, String room) {
        return JSON.createObjectNode()
                .put("session_id", stay)
                .put("room", room)
                .put("user_id", person.id().value().toString())
                .put("user_name", "Somebody")
                .put("owner", false);
    }

    Http.Answer tell(String body) {
        return post(body, clock.instant().getEpochSecond(), FakeDaily.SECRET);
    }

    Http.Answer post(String body, long time, String secret) {
        return send(body, String.valueOf(time), FakeDaily.signature(String.valueOf(time), body, secret));
    }

    Http.Answer send(String body, @Nullable String time, @Nullable String signature) {
        Http http = new Http(port);
        var request = http.request("POST", PATH, body);
        if (time != null && signature != null) {
            request.header("X-Webhook-Timestamp", time).header("X-Webhook-Signature", signature);
        }
        return http.send(request.build());
    }
}
