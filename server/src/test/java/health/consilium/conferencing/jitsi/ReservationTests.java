package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Row A8: Jitsi asks whether a room may be, and our rules answer. The requests are those that mod_reservations sends. */
class ReservationTests extends AtJitsi {
    private static final String BEARER = "Bearer " + ServerTest.RESERVATIONS_SECRET;
    private static final String OWNER = "14f01c40-5195-4a4d-8efb-f58b49d18741%40meet.clinic.example";

    @Override
    protected String provider() {
        return JitsiProvider.NAME;
    }

    @Test
    @DisplayName(
            "A8: a room of now may be, with all that Jitsi wants to read, until the last end that the doctor can give it")
    void mayBe() {
        JsonNode conference = may(ask(room, BEARER));
        assertThat(conference.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "mail_owner", "start_time", "duration", "max_occupants");
        assertThat(conference.path("name").asString()).isEqualTo(room);
        assertThat(conference.path("mail_owner").asString())
                .isEqualTo("14f01c40-5195-4a4d-8efb-f58b49d18741@meet.clinic.example");
        assertThat(conference.path("max_occupants").asInt()).isEqualTo(4);
        assertThat(conference.path("start_time").asString()).matches("[-0-9]{10}T[0-9:]{8}\\.[0-9]{3}Z");
        assertThat(over(conference))
                .isBetween(
                        endsAt().plus(Duration.ofMinutes(15)).minusSeconds(1), endsAt().plus(Duration.ofMinutes(15)));
    }

    @Test
    @DisplayName(
            "A8: asked again, by whoever, it is the same conference; by its id, too; and letting it go changes nothing")
    void again() {
        String id = may(ask(room, BEARER)).path("id").asString();
        assertThat(may(ask(room.toUpperCase(java.util.Locale.ROOT), ServerTest.RESERVATIONS_SECRET))
                        .path("id")
                        .asString())
                .isEqualTo(id);
        JsonNode byId = may(send("GET", "jitsi/conference/" + id, "text/plain", BEARER, ""));
        assertThat(byId.path("name").asString()).isEqualTo(room);
        assertThat(byId.path("mail_owner").asString()).isNotEmpty();
        assertThat(send("DELETE", "jitsi/conference/" + id, "text/plain", BEARER, "")
                        .status())
                .isEqualTo(200);
        assertThat(send("DELETE", "jitsi/conference/no-such", "text/plain", BEARER, "")
                        .status())
                .isEqualTo(200);
        assertThat(ask(room, BEARER).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A8: an extension moves the end that Jitsi is told, and never beyond the last one")
    void extended() {
        Instant before = over(may(ask(room, BEARER)));
        jdbc.sql("update conferencing_room set ends_at = ends_at + interval '5 minutes' where consultation = ?")
                .param(call.value())
                .update();
        assertThat(Duration.between(before, over(may(ask(room, BEARER))))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("A8: before its time, from its end on and once it is over there is no room, and the person reads why")
    void window() {
        Instant now = clock.instant();
        openFrom(now.plusMillis(1), now.plusSeconds(60));
        refused(ask(room, BEARER), "TOO_EARLY", "not time yet");
        openFrom(now, now.plusMillis(1));
        assertThat(ask(room, BEARER).status()).isEqualTo(200);
        openFrom(now.minusSeconds(60), now);
        refused(ask(room, BEARER), "TOO_LATE", "is over");
        openFrom(now.minusSeconds(60), now.plusSeconds(60));
        rooms.close(call.value());
        refused(ask(room, BEARER), "CONSULTATION_ENDED", "is over");
        refused(send("GET", "jitsi/conference/" + room, "text/plain", BEARER, ""), "CONSULTATION_ENDED", "is over");
    }

    @Test
    @DisplayName("A8: members that we do not know are ignored, and what comes twice or first goes wrong for nobody")
    void beside() {
        String id = room;
        assertThat(send("DELETE", "jitsi/conference/" + id, "text/plain", BEARER, "")
                        .status())
                .isEqualTo(200);
        assertThat(may(send("GET", "jitsi/conference/" + id, "text/plain", BEARER, ""))
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(may(send(
                                "POST",
                                "jitsi/conference",
                                "application/x-www-form-urlencoded",
                                BEARER,
                                "newer=%7b%7d&name=" + room
                                        + "&duration=99999999&max_occupants=100&start_time=yesterday"))
                        .path("max_occupants")
                        .asInt())
                .isEqualTo(4);
        String owner = "x".repeat(5_000) + "%40meet.clinic.example";
        assertThat(may(send(
                                "POST",
                                "jitsi/conference",
                                "application/x-www-form-urlencoded",
                                BEARER,
                                "name=" + room + "&mail_owner=" + owner))
                        .path("mail_owner")
                        .asString())
                .hasSize(200);
    }

    @Test
    @DisplayName("A8: a room that is not ours, or is at another provider, may not be")
    void foreign() {
        refused(ask("somebody-elses-room", BEARER), "NOT_FOUND", "no room of ours");
        refused(ask("", BEARER), "NOT_FOUND", "no room of ours");
        jdbc.sql("update conferencing_room set provider = 'jaas' where consultation = ?")
                .param(call.value())
                .update();
        refused(ask(room, BEARER), "NOT_FOUND", "no room of ours");
    }

    @Test
    @DisplayName("A8: without the agreed secret nobody learns whether there is such a room")
    void secret() {
        for (String wrong : List.of(
                "",
                "Bearer ",
                "Bearer " + ServerTest.EVENTS_SECRET,
                BEARER + "x",
                BEARER.substring(0, BEARER.length() - 1))) {
            refused(ask(room, wrong), "SIGNATURE_REFUSED", "secret");
            refused(ask("no-such-room", wrong), "SIGNATURE_REFUSED", "secret");
            refused(send("GET", "jitsi/conference/" + room, "text/plain", wrong, ""), "SIGNATURE_REFUSED", "secret");
            refused(send("DELETE", "jitsi/conference/" + room, "text/plain", wrong, ""), "SIGNATURE_REFUSED", "secret");
        }
    }

    /** As Prosody writes it, with its small percent-escapes. */
    private Http.Answer ask(String name, String authorization) {
        return send(
                "POST",
                "jitsi/conference",
                "application/x-www-form-urlencoded",
                authorization,
                "name=" + name + "&start_time=2030-01-07T09%3a00%3a00.000Z&mail_owner=" + OWNER);
    }

    private void openFrom(Instant from, Instant until) {
        jdbc.sql("update conferencing_room set opens_at = ?, ends_at = ? where consultation = ?")
                .params(from.atOffset(java.time.ZoneOffset.UTC), until.atOffset(java.time.ZoneOffset.UTC), call.value())
                .update();
    }

    private static JsonNode may(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static Instant over(JsonNode conference) {
        return Instant.parse(conference.path("start_time").asString())
                .plusSeconds(conference.path("duration").asLong());
    }

    private static void refused(Http.Answer answer, String code, String words) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body().path("message").asString()).contains(words);
    }
}
