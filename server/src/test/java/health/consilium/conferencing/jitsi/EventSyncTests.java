package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.PhaseName;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Row A8: what Prosody's event_sync tells makes the same facts, in any order, once. The notices are those of its README. */
@ExtendWith(OutputCaptureExtension.class)
class EventSyncTests extends AtJitsi {
    private static final String BEARER = "Bearer " + ServerTest.EVENTS_SECRET;

    @Override
    protected String provider() {
        return JitsiProvider.NAME;
    }

    @Test
    @DisplayName("A8: both came in, so it is live; one left, so it is interrupted; and a new stay is live again")
    void facts() {
        bothAreIn();
        left(occupant(patient, "p1", now() - 1, now()));
        phase(PhaseName.INTERRUPTED);
        joined(occupant(patient, "p2", now(), 0));
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: told again, nothing is news; whoever comes back at the same address has another stay")
    void replay() {
        String stay = occupant(patient, "p1", now() - 5, 0);
        assertThat(joined(stay)).isEqualTo(1);
        assertThat(joined(stay)).isZero();
        String over = occupant(patient, "p1", now() - 5, now() - 3);
        assertThat(left(over)).isEqualTo(1);
        assertThat(left(over)).isZero();
        assertThat(joined(occupant(patient, "p1", now(), 0))).isEqualTo(1);
        phase(PhaseName.WAITING);
        assertThat(consultations.find(call).orElseThrow().present()).containsExactly(patient.id());
    }

    @Test
    @DisplayName("A8: the end of the room comes before what was before it: it ends nothing twice and begins nothing")
    void theWrongWayRound() {
        bothAreIn();
        String stays = occupant(patient, "p1", now() - 1, now()) + "," + occupant(doctor, "d1", now() - 1, 0);
        assertThat(destroyed(stays)).isEqualTo(3);
        phase(PhaseName.INTERRUPTED);
        assertThat(left(occupant(patient, "p1", now() - 1, now()))).isZero();
        assertThat(joined(occupant(doctor, "d1", now() - 1, 0))).isZero();
        assertThat(destroyed(stays)).isZero();
    }

    @Test
    @DisplayName(
            "A8: a leaving that is told before its coming: nobody comes in by what is told late, and the next stay counts")
    void reordered() {
        bothAreIn();
        assertThat(left(occupant(patient, "p2", now() - 3, now() - 2))).isEqualTo(1);
        assertThat(joined(occupant(patient, "p2", now() - 3, 0))).isEqualTo(1);
        phase(PhaseName.LIVE);
        left(occupant(patient, "p1", now() - 1, now()));
        phase(PhaseName.INTERRUPTED);
        joined(occupant(patient, "p3", now(), 0));
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: what is told more than a minute late ends nothing and brings nobody in; it is kept all the same")
    void delayed() {
        long then = now();
        clock.advance(Duration.ofSeconds(61));
        joined(occupant(doctor, "d0", then, 0));
        joined(occupant(patient, "p0", now(), 0));
        await().untilAsserted(() ->
                assertThat(consultations.find(call).orElseThrow().present()).containsExactly(patient.id()));
        assertThat(stays()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "A8: a Jitsi that says nothing of tokens ends no call and begins none: pages tell who is there, and the end counts")
    void nothingOfTokens() {
        bothAreIn();
        for (Person who : List.of(patient, doctor)) {
            String nameless = occupant(who, "x" + who.id(), now(), 0).replace("\"id\":\"" + who.id() + "\",", "");
            assertThat(joined(nameless)).isEqualTo(1);
            assertThat(left(occupant(who, "x" + who.id(), now(), now()).replace("\"id\":\"" + who.id() + "\",", "")))
                    .isEqualTo(1);
        }
        phase(PhaseName.LIVE);
        destroyed("");
        phase(PhaseName.INTERRUPTED);
    }

    private int stays() {
        return jdbc.sql("select count(*) from conferencing_stay where consultation = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("A8: who was there is learned from the end alone, and nobody seems to come in by it")
    void onlyTheEnd() {
        assertThat(destroyed(
                        occupant(patient, "p9", now() - 20, now() - 10) + "," + occupant(doctor, "d9", now() - 15, 0)))
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from conferencing_stay where consultation = ? and left_at is not null"
                                + " and joined_at is not null and person is not null")
                        .param(call.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        phase(PhaseName.OPEN);
        assertThat(consultations.find(call).orElseThrow().present()).isEmpty();
    }

    @Test
    @DisplayName(
            "A8: rooms beside the conference are ignored, a stranger makes no fact, unknown members change nothing")
    void beside() {
        String notice = notice("occupant", occupant(patient, "p1", now(), 0));
        assertThat(tell("occupant/joined", notice.replace("\"is_breakout\":false", "\"is_breakout\":true"))
                        .data()
                        .path("news")
                        .asInt())
                .isZero();
        joined(occupant(doctor, "x", now(), 0).replace(doctor.id().toString(), "not-one-of-us"));
        joined(occupant(doctor, "y", now(), 0)
                .replace(doctor.id().toString(), UUID.randomUUID().toString()));
        assertThat(tell("occupant/joined", notice.replaceFirst("\\{", "{\"newer\":[1,{}],"))
                        .status())
                .isEqualTo(200);
        assertThat(tell("room/created", "{\"room_name\":\"" + room + "\",\"created_at\":" + now() + "}")
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(consultations.find(call).orElseThrow().present()).containsExactly(patient.id()));
    }

    @Test
    @DisplayName(
            "A8: as a real Prosody sent them: whoever made the room leaves without a name, after the end, which lists nobody")
    void asProsodySent() {
        String member = "\"room_jid\":\"" + room + "@conference.meet.clinic.example\",\"room_name\":\"" + room + "\"}";
        assertThat(news(tell(
                        "room/destroyed",
                        "{\"all_occupants\":{},\"is_breakout\":false,\"created_at\":" + (now() - 7)
                                + ",\"destroyed_at\":" + now() + ",\"event_name\":\"muc-room-destroyed\"," + member)))
                .isEqualTo(1);
        assertThat(news(tell(
                        "occupant/left",
                        "{\"is_breakout\":false,\"active_occupants_count\":0," + "\"event_name\":\"muc-occupant-left\","
                                + member)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"room/created", "room/destroyed", "occupant/joined", "occupant/left"})
    @DisplayName("A8: without the agreed secret, of a foreign room or unreadable: refused, and nothing of it is logged")
    void refused(String path, CapturedOutput output) {
        String good = notice("occupant", occupant(patient, "p1", now(), now()));
        for (String wrong : List.of("", "Bearer " + ServerTest.RESERVATIONS_SECRET, BEARER + "x")) {
            assertThat(send("POST", "jitsi/events/" + path, "application/json", wrong, good)
                            .code())
                    .isEqualTo("SIGNATURE_REFUSED");
        }
        assertThat(tell(path, good.replace(room, "room-of-others")).code()).isEqualTo("NOT_FOUND");
        assertThat(tell(path, "[]").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell(path, "{").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell(path, "{}").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell(path, "\"" + "x".repeat(256 * 1024) + "\"").code()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(output.getAll()).doesNotContain(ServerTest.EVENTS_SECRET, "Test Person", "p1@meet");
    }

    @Test
    @DisplayName("A8: a stay without a time, or with one of another century, is no notice")
    void times() {
        for (String time : List.of("\"1893488400\"", "1", "1893488400000", "null", "1e400", "-5")) {
            String stay = occupant(patient, "p1", now(), 0).replace(String.valueOf(now()), time);
            assertThat(tell("occupant/joined", notice("occupant", stay)).code()).isEqualTo("INVALID_REQUEST");
        }
        assertThat(tell("occupant/left", notice("occupant", occupant(patient, "p1", now(), 0)))
                        .code())
                .isEqualTo("INVALID_REQUEST");
    }

    private void bothAreIn() {
        joined(occupant(patient, "p1", now() - 1, 0));
        joined(occupant(doctor, "d1", now() - 1, 0));
        phase(PhaseName.LIVE);
    }

    private int joined(String occupant) {
        return news(tell("occupant/joined", notice("occupant", occupant)));
    }

    private int left(String occupant) {
        return news(tell("occupant/left", notice("occupant", occupant)));
    }

    private int destroyed(String occupants) {
        String notice = notice("all_occupants", "[" + occupants + "]");
        return news(tell("room/destroyed", notice.replaceFirst("\\{", "{\"destroyed_at\":" + now() + ",")));
    }

    private static int news(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data().path("news").asInt(-1);
    }

    private Http.Answer tell(String path, String notice) {
        return send("POST", "jitsi/events/" + path, "application/json", BEARER, notice);
    }

    private String notice(String member, String value) {
        return "{\"event_name\":\"muc\",\"room_name\":\"" + room + "\",\"room_jid\":\"" + room
                + "@conference.meet.clinic.example\",\"is_breakout\":false,\"" + member + "\":" + value + "}";
    }

    /** @param left 0: still there */
    private static String occupant(Person who, String address, long joined, long left) {
        return "{\"name\":\"Test Person\",\"id\":\"" + who.id() + "\",\"occupant_jid\":\"" + address
                + "@meet.clinic.example/OWhl8jSh\",\"joined_at\":" + joined
                + (left == 0 ? "" : ",\"left_at\":" + left) + "}";
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
