package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomGone;
import health.consilium.conferencing.spi.Seat;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows A8 and H5: rooms, tokens and ends at Daily. */
class DailyRoomTests extends AtDaily {
    @Test
    @DisplayName(
            "H5: private, from the window's beginning to its end in seconds, at most two, everybody out at the end;"
                    + " chat, screen and recording on; no knocking, no page before")
    void room() {
        Room room = open();
        assertThat(room).isEqualTo(new Room("daily", NAME, "https://consilium-test.daily.co/" + NAME));
        JsonNode made = there();
        assertThat(made.path("privacy").asString()).isEqualTo("private");
        JsonNode config = made.path("config");
        assertThat(config.path("nbf").asLong()).isEqualTo(OPENS.getEpochSecond());
        assertThat(config.path("exp").asLong()).isEqualTo(ENDS.getEpochSecond());
        assertThat(config.path("max_participants").asInt()).isEqualTo(2);
        assertThat(config.path("enable_recording").asString()).isEqualTo("cloud");
        assertThat(List.of("eject_at_room_exp", "enable_chat", "enable_screenshare", "enforce_unique_user_ids"))
                .allSatisfy(on -> assertThat(config.path(on).asBoolean()).isTrue());
        assertThat(List.of("enable_knocking", "enable_prejoin_ui"))
                .allSatisfy(off -> assertThat(config.has(off)).isFalse());
    }

    @Test
    @DisplayName("asked again, Daily refuses the name, is asked for the room, and nothing is changed")
    void again() {
        Room room = open();
        daily.requests().clear();
        assertThat(open()).isEqualTo(room);
        assertThat(daily.requests()).containsExactly("POST /rooms", "GET /rooms/" + NAME);
    }

    @Test
    @DisplayName("V: another window is put right at the room that is there, to the second and up")
    void anotherWindow() {
        Room room = open();
        daily.requests().clear();
        assertThat(provider.open(request(ENDS.plus(Duration.ofMinutes(15)).plusMillis(1))))
                .isEqualTo(room);
        assertThat(daily.requests()).containsExactly("POST /rooms", "GET /rooms/" + NAME, "POST /rooms/" + NAME);
        assertThat(there().path("config").path("exp").asLong()).isEqualTo(ENDS.getEpochSecond() + 15 * 60 + 1);
    }

    @Test
    @DisplayName("a room that somebody has made public or opened for recording by everybody is put right")
    void tampered() {
        open();
        ((ObjectNode) there()).put("privacy", "public");
        ((ObjectNode) there().path("config")).put("enable_knocking", true);
        open();
        assertThat(there().path("privacy").asString()).isEqualTo("private");
        assertThat(there().path("config").has("enable_knocking")).isFalse();
    }

    @Test
    @DisplayName("twenty at once have one room")
    void race() throws InterruptedException {
        Set<Room> rooms = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> rooms.add(open()));
            }
        }
        assertThat(rooms).hasSize(1);
    }

    @Test
    @DisplayName("a room that Daily does not make, and does not have either, is no room")
    void refused() {
        clock.advance(Duration.ofHours(1));
        unavailable(this::open);
        assertThat(daily.requests()).containsExactly("POST /rooms", "GET /rooms/" + NAME);
    }

    @Test
    @DisplayName("whose answer was lost, is asked again and finds what it made")
    void answerLost() {
        daily.meets(Fault.ANSWER_LOST, 1);
        assertThat(open().name()).isEqualTo(NAME);
        assertThat(there()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://consilium-test.daily.co/" + NAME,
                "https://consilium-test.daily.co.example/" + NAME,
                "https://other.daily.co/" + NAME,
                "https://x@consilium-test.daily.co/" + NAME,
                "https://consilium-test.daily.co:444/" + NAME,
                "https://consilium-test.daily.co/another",
                "https://consilium-test.daily.co/" + NAME + "?t=1",
                "javascript:alert(1)",
                ""
            })
    @DisplayName("an address that is not this room in the clinic's domain is not given to anybody's browser")
    void elsewhere(String url) {
        open();
        ((ObjectNode) there()).put("url", url);
        DailyProvider strict = new DailyProvider(api, settings(FakeDaily.KEY, "consilium-test"), clock);
        unavailable(() -> strict.open(request(ENDS)));
    }

    @Test
    @DisplayName("H5: a token for one room, one person and one window; owner and recording for the doctor only;"
            + " its end puts nobody out")
    void tokens() {
        Room room = open();
        Admission doctor = somebody(true);
        Admission patient = somebody(false);
        JoinGrant grant = provider.admit(room, doctor);
        provider.admit(room, patient);
        assertThat(grant.token().reveal()).isNotBlank();
        assertThat(grant.roomUrl()).isEqualTo(room.url());
        ObjectNode doctors = daily.tokens().get(0);
        ObjectNode patients = daily.tokens().get(1);
        assertThat(doctors.path("room_name").asString()).isEqualTo(NAME);
        assertThat(doctors.path("user_id").asString()).isEqualTo(doctor.person().toString());
        assertThat(doctors.path("user_name").asString()).isEqualTo("Dr. Test");
        assertThat(doctors.path("exp").asLong()).isEqualTo(ENDS.getEpochSecond());
        assertThat(doctors.path("is_owner").asBoolean()).isTrue();
        assertThat(doctors.path("enable_recording").asString()).isEqualTo("cloud");
        assertThat(patients.path("is_owner").asBoolean(true)).isFalse();
        assertThat(patients.has("enable_recording")).isFalse();
        assertThat(List.of(doctors, patients)).allSatisfy(token -> {
            assertThat(token.path("eject_at_token_exp").asBoolean(true)).isFalse();
            assertThat(token.has("nbf")).isFalse();
        });
    }

    @Test
    @DisplayName("H5: where a page records, nobody's token may let Daily record")
    void noRightToRecord() {
        provider.admit(open(), somebody(true).recording(false));
        assertThat(daily.tokens().getFirst().path("is_owner").asBoolean()).isTrue();
        assertThat(daily.tokens().getFirst().has("enable_recording")).isFalse();
    }

    @Test
    @DisplayName(
            "A8: into a room that Daily does not have any more nobody is let in by mistake: it has to be made again")
    void deletedThere() {
        Room room = open();
        daily.deleted(NAME);
        assertThatThrownBy(() -> provider.admit(room, somebody(false))).isInstanceOf(RoomGone.class);
        assertThat(daily.tokens()).isEmpty();
        assertThat(provider.admit(open(), somebody(false)).roomName()).isEqualTo(NAME);
    }

    @Test
    @DisplayName("a token for later says from when")
    void notYet() {
        Admission later = new Admission(UUID.randomUUID(), "X", false, NOW.plusSeconds(60), ENDS);
        provider.admit(open(), later);
        assertThat(daily.tokens().getFirst().path("nbf").asLong()).isEqualTo(NOW.getEpochSecond() + 60);
    }

    @Test
    @DisplayName("a token that Daily does not make is no token")
    void noToken() {
        Room room = open();
        clock.advance(Duration.ofHours(1));
        unavailable(() -> provider.admit(room, somebody(false)));
    }

    @Test
    @DisplayName("the end: everybody out, who has a name of ours for good, and the room is gone")
    void close() {
        Room room = open();
        String patient = UUID.randomUUID().toString();
        for (int i = 0; i < 101; i++) {
            daily.comesIn(NAME, i == 0 ? patient : UUID.randomUUID().toString(), NOW.toString());
        }
        daily.comesIn(NAME, patient, NOW.toString());
        daily.comesIn(NAME, "", NOW.toString());
        daily.requests().clear();
        provider.close(room);
        assertThat(daily.present(NAME)).isEmpty();
        assertThat(daily.banned(NAME)).hasSize(101).contains(patient);
        assertThat(daily.room(NAME)).isNull();
        String eject = "POST /rooms/" + NAME + "/eject";
        assertThat(daily.requests())
                .containsExactly("GET /rooms/" + NAME + "/presence", eject, eject, eject, "DELETE /rooms/" + NAME);
    }

    @Test
    @DisplayName(
            "nobody can be put out just now: the room goes all the same, and it is told, so that it is tried again")
    void notOut() {
        Room room = open();
        daily.meets(Fault.TROUBLE, 4);
        unavailable(() -> provider.close(room));
        assertThat(daily.room(NAME)).isNull();
        provider.close(room);
    }

    @Test
    @DisplayName("who is in now, with the names that we gave; whoever else is in is nobody of ours")
    void whoIsIn() {
        Room room = open();
        UUID patient = UUID.randomUUID();
        String hers = daily.comesIn(NAME, patient.toString(), "2030-01-07T09:59:58.500Z");
        String strangers = daily.comesIn(NAME, "", "yesterday");
        assertThat(provider.whoIsIn(room).orElseThrow())
                .containsExactly(new Seat(hers, patient, NOW.minusMillis(1500)), new Seat(strangers, null, NOW));
        provider.close(room);
        assertThat(provider.whoIsIn(room)).contains(List.of());
    }

    @Test
    @DisplayName("what is no name of a room reaches no path of Daily's")
    void paths() {
        for (String name : List.of("", "..", "a/b", "a?b", "a b", "a%2fb")) {
            Room room = new Room("daily", name, "https://consilium-test.daily.co/x");
            assertThatThrownBy(() -> provider.close(room)).isInstanceOf(Problem.class);
        }
        assertThat(daily.requests()).isEmpty();
    }

    private JsonNode there() {
        return Objects.requireNonNull(daily.room(NAME));
    }

    private static void unavailable(ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE));
    }
}
