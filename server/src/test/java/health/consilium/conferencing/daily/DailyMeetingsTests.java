package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeDaily.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A8, repair: Daily's list of meetings, each request and each answer held against its schema. */
class DailyMeetingsTests extends AtDaily {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID patient = UUID.randomUUID();

    @Test
    @DisplayName("who was in, from when until when; a stranger is nobody of ours; of other rooms nothing is asked")
    void stays() {
        Room room = open();
        daily.remembers(meeting("m1", NAME, false, one("s1", patient.toString(), 5, 60), one("s2", "", 10, 0)));
        daily.remembers(meeting("m2", "another", false, one("s3", patient.toString(), 5, 60)));
        assertThat(past(room))
                .containsExactly(
                        new PastStay("s1", patient, OPENS.plusSeconds(5), OPENS.plusSeconds(65)),
                        new PastStay("s2", null, OPENS.plusSeconds(10), OPENS.plusSeconds(10)));
        assertThat(daily.requests()).endsWith("GET /meetings");
    }

    @Test
    @DisplayName("while a meeting goes on nobody is known to have left")
    void ongoing() {
        Room room = open();
        daily.remembers(meeting("m1", NAME, true, one("s1", patient.toString(), 5, 60)));
        assertThat(past(room)).containsExactly(new PastStay("s1", patient, OPENS.plusSeconds(5), null));
    }

    @Test
    @DisplayName("beyond the first hundred meetings, too; a room that was never used has none")
    void pages() {
        Room room = open();
        assertThat(past(room)).isEmpty();
        for (int i = 0; i < 201; i++) {
            daily.remembers(meeting("m" + i, NAME, false, one("s" + i, patient.toString(), i, 1)));
        }
        assertThat(past(room)).hasSize(201).extracting(PastStay::session).doesNotHaveDuplicates();
        daily.requests().clear();
        past(room);
        assertThat(daily.requests()).hasSize(3);
    }

    @Test
    @DisplayName("Daily is away: that is told, and is no empty list")
    void away() {
        Room room = open();
        daily.meets(Fault.TROUBLE, 100);
        assertThatThrownBy(() -> past(room)).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("recordings beyond the newest hundred are found, too, each once, at the pace that Daily allows")
    void recordings() {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            String id = "recording-" + i;
            daily.recordings()
                    .put(
                            id,
                            JSON.createObjectNode()
                                    .put("id", id)
                                    .put("room_name", "room-" + i)
                                    .put("start_ts", OPENS.getEpochSecond() + i)
                                    .put("duration", 1)
                                    .put("status", i == 7 ? "in-progress" : "finished"));
        }
        new DailyFilmFinder(api, event -> {
                    rooms.add(event.room());
                    return health.consilium.conferencing.spi.ProviderEvents.Receipt.TAKEN;
                })
                .look();
        assertThat(rooms)
                .hasSize(129)
                .doesNotHaveDuplicates()
                .contains("room-0")
                .doesNotContain("room-7");
        assertThat(daily.requests().stream().filter("GET /recordings"::equals)).hasSize(2);
    }

    private List<PastStay> past(Room room) {
        return provider.whoWasIn(room, OPENS, ENDS).orElseThrow();
    }

    private static ObjectNode meeting(String id, String room, boolean ongoing, ObjectNode... people) {
        ObjectNode meeting = JSON.createObjectNode()
                .put("id", id)
                .put("room", room)
                .put("start_time", OPENS.getEpochSecond())
                .put("duration", 600)
                .put("ongoing", ongoing)
                .put("max_participants", 2);
        var all = JSON.createArrayNode();
        for (ObjectNode one : people) {
            all.add(one);
        }
        meeting.set("participants", all);
        return meeting;
    }

    private static ObjectNode one(String session, String user, int after, int duration) {
        ObjectNode one = JSON.createObjectNode()
                .put("participant_id", session)
                .put("user_name", "Somebody")
                .put("join_time", OPENS.getEpochSecond() + after)
                .put("duration", duration);
        return user.isEmpty() ? one.putNull("user_id") : one.put("user_id", user);
    }
}
