package health.consilium.conferencing.daily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.MutableClock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A8: what Daily tells, in our words; what it tells beside that is left alone. */
class DailyNewsTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");
    private static final long S = NOW.getEpochSecond();
    private static final UUID PERSON = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");

    private final DailyNews news = new DailyNews(new MutableClock(NOW));

    @Test
    @DisplayName("somebody came in, at the moment that Daily says, and with fields that we do not know")
    void joined() {
        String payload = "\"joined_at\":" + (S - 3) + ".25,\"session_id\":\"s1\",\"room\":\"room-1\",\"user_id\":\""
                + PERSON + "\",\"user_name\":\"X\",\"owner\":true,\"shoe_size\":44";
        assertThat(read("participant.joined", S + ".5", payload))
                .contains(new ProviderEvent.Joined(
                        "daily", "participant.joined:s1:" + S + ".5", "room-1", "s1", PERSON, NOW.minusMillis(2750)));
    }

    @Test
    @DisplayName("whoever has no name of ours is in without one")
    void stranger() {
        ProviderEvent event = read(
                        "participant.joined", S, "\"joined_at\":" + S + ",\"session_id\":\"s1\",\"room\":\"r\"")
                .orElseThrow();
        assertThat(((ProviderEvent.Joined) event).person()).isNull();
    }

    @Test
    @DisplayName("somebody left when they had been in as long as Daily says, or when Daily wrote it")
    void left() {
        assertThat(read(
                                "participant.left",
                                S,
                                "\"joined_at\":" + (S - 60) + ",\"duration\":50,\"session_id\":\"s1\",\"room\":\"r\"")
                        .orElseThrow()
                        .at())
                .isEqualTo(NOW.minusSeconds(10));
        assertThat(read("participant.left", S, "\"session_id\":\"s1\",\"room\":\"r\"")
                        .orElseThrow()
                        .at())
                .isEqualTo(NOW);
    }

    @Test
    @DisplayName("nobody is in any more; and a recording is there, whose room Daily calls otherwise")
    void others() {
        assertThat(read(
                        "meeting.ended",
                        S,
                        "\"start_ts\":1,\"end_ts\":" + (S - 1) + ",\"meeting_id\":\"m\",\"room\":\"r\""))
                .contains(new ProviderEvent.RoomEmpty("daily", "meeting.ended:m:" + S, "r", NOW.minusSeconds(1)));
        assertThat(read(
                        "recording.ready-to-download",
                        S,
                        "\"recording_id\":\"rec\",\"room_name\":\"r\",\"s3Key\":\"k\""))
                .contains(
                        new ProviderEvent.RecordingReady("daily", "recording.ready-to-download:rec", "r", "rec", NOW));
    }

    @Test
    @DisplayName("however a number is written, the same event has the same key")
    void key() {
        String payload = "\"joined_at\":" + S + ",\"session_id\":\"s1\",\"room\":\"r\"";
        String key = read("participant.joined", S, payload).orElseThrow().key();
        for (String same : new String[] {S + ".0", S + ".000", S + "e0"}) {
            assertThat(read("participant.joined", same, payload).orElseThrow().key())
                    .isEqualTo(key);
        }
        assertThat(read("participant.joined", S + ".001", payload).orElseThrow().key())
                .isNotEqualTo(key);
    }

    @Test
    @DisplayName("A8: that it could not record is told, so that nobody reads that it does")
    void broke() {
        assertThat(read("recording.error", S, "\"room_name\":\"r\",\"error_msg\":\"x\""))
                .get()
                .isInstanceOfSatisfying(
                        ProviderEvent.RecordingBroke.class,
                        event -> assertThat(event.room()).isEqualTo("r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meeting.started", "waiting-participant.joined", "recording.started", "something.new"})
    @DisplayName("types that we have no use for are left alone")
    void otherTypes(String type) {
        assertThat(read(type, S, "\"room\":\"r\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "not json",
                "{}",
                "{\"type\":\"participant.joined\"}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":[]}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"room\":\"r\",\"joined_at\":1}}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"session_id\":\"s\",\"joined_at\":1}}",
                "{\"type\":\"participant.joined\",\"event_ts\":\"1\",\"payload\":{\"session_id\":\"s\",\"room\":\"r\",\"joined_at\":1}}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"session_id\":\"s\",\"room\":\"r\",\"joined_at\":-1}}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"session_id\":\"s\",\"room\":\"r\",\"joined_at\":1e400}}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"session_id\":\"s\",\"room\":\"r\",\"joined_at\":1893488400000}}",
                "{\"type\":\"participant.joined\",\"event_ts\":1,\"payload\":{\"session_id\":\"a b\",\"room\":\"r\",\"joined_at\":1}}"
            })
    @DisplayName("what is no event, or half of one, is refused and changes nothing")
    void nonsense(String body) {
        assertThatThrownBy(() -> news.read(body.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName("what has not happened yet is no news: five minutes ahead is a clock, a millisecond more is not")
    void future() {
        String ahead = "\"session_id\":\"s\",\"room\":\"r\",\"joined_at\":" + (S + 300);
        assertThat(read("participant.joined", S, ahead)).isPresent();
        assertThatThrownBy(() -> read("participant.joined", S, ahead + ".001")).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("only the very body of Daily's trial is a trial")
    void trial() {
        assertThat(DailyNews.isTrial("{ \"test\" : \"test\" }".getBytes(UTF_8))).isTrue();
        for (String body :
                new String[] {"", "[]", "{}", "{\"test\":\"x\"}", "{\"test\":\"test\",\"type\":\"participant.joined\"}"
                }) {
            assertThat(DailyNews.isTrial(body.getBytes(UTF_8))).isFalse();
        }
    }

    private Optional<ProviderEvent> read(String type, Object time, String payload) {
        return news.read(("{\"version\":\"1.0.0\",\"id\":\"e\",\"type\":\"" + type + "\",\"event_ts\":" + time
                        + ",\"payload\":{" + payload + "}}")
                .getBytes(UTF_8));
    }
}
