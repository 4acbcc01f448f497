package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Tickets;
import health.consilium.recording.session.Recordings;
import health.consilium.signalling.frame.FrameType;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S10: every frame type against every kind of session: on the lobby, on standby in the call, with the seat, with a seat in
 * another consultation. A type that is not in the table fails the build.
 */
@ServerTest
class FrameRightsTests {
    private static final String UUID_1 = "00000000-0000-4000-8000-000000000001";

    /**
     * A body that fits, and the problem each of lobby, standby, seat and foreign seat gets; "-" for none. All are patients;
     * RECORDING is one that the doctor of CALL has asked for.
     */
    private record Row(String body, String answers) {}

    private static final Map<String, Row> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("ping", new Row("{}", "- - - -")),
            Map.entry("ack", new Row("{}", "- - - -")),
            Map.entry("ring", new Row("{}", "NOT_IN_CALL NOT_IN_CALL - -")),
            Map.entry("ring.cancel", new Row("{}", "NOT_IN_CALL NOT_IN_CALL - -")),
            // Whoever has the seat has come in, which is the answer.
            Map.entry("ring.accept", new Row("{\"consultation\":\"CALL\"}", "NOT_RINGING NOT_RINGING - NOT_FOUND")),
            Map.entry(
                    "ring.decline",
                    new Row(
                            "{\"consultation\":\"CALL\",\"why\":\"NOT_NOW\"}",
                            "NOT_RINGING NOT_RINGING NOT_RINGING NOT_FOUND")),
            Map.entry("join", new Row("{}", "NOT_IN_CALL - - -")),
            Map.entry("leave", new Row("{}", "NOT_IN_CALL - - -")),
            Map.entry(
                    "media.state",
                    new Row("{\"microphone\":true,\"camera\":true,\"screen\":false}", "NOT_IN_CALL NOT_IN_CALL - -")),
            Map.entry(
                    "media.link",
                    new Row(
                            "{\"peer\":\"OTHER\",\"generation\":9,\"state\":\"up\"}",
                            "NOT_IN_CALL STALE_GENERATION STALE_GENERATION STALE_GENERATION")),
            Map.entry(
                    "rtc.description",
                    new Row(
                            "{\"to\":\"OTHER\",\"generation\":9,\"description\":{}}",
                            "NOT_IN_CALL STALE_GENERATION STALE_GENERATION STALE_GENERATION")),
            Map.entry(
                    "rtc.candidates",
                    new Row(
                            "{\"to\":\"OTHER\",\"generation\":9,\"candidates\":[],\"complete\":true}",
                            "NOT_IN_CALL STALE_GENERATION STALE_GENERATION STALE_GENERATION")),
            Map.entry("rtc.reset", new Row("{\"to\":\"OTHER\",\"generation\":9}", "NOT_IN_CALL - - -")),
            Map.entry("ice.refresh", new Row("{}", "NOT_IN_CALL - - -")),
            Map.entry("chat.send", new Row("{\"key\":\"" + UUID_1 + "\",\"text\":\"x\"}", "NOT_IN_CALL - - -")),
            Map.entry("chat.read", new Row("{\"upTo\":\"" + UUID_1 + "\"}", "NOT_IN_CALL - - -")),
            Map.entry("chat.typing", new Row("{\"typing\":true}", "NOT_IN_CALL - - -")),
            Map.entry(
                    "quality.report", new Row("{\"peer\":\"OTHER\",\"generation\":1}", "NOT_IN_CALL NOT_IN_CALL - -")),
            Map.entry("quality.timing", new Row("{\"what\":\"setUp\",\"millis\":400}", "NOT_IN_CALL NOT_IN_CALL - -")),
            Map.entry(
                    "recording.request",
                    new Row(
                            "{\"wording\":\"1\",\"locale\":\"en\",\"text\":\"x\"}",
                            "NOT_IN_CALL NOT_IN_CALL FORBIDDEN FORBIDDEN")),
            Map.entry(
                    "recording.answer",
                    new Row(
                            "{\"recording\":\"RECORDING\",\"agreed\":true,\"wording\":\"1\",\"locale\":\"en\",\"text\":\"x\"}",
                            "NOT_IN_CALL NOT_IN_CALL - NOT_FOUND")),
            Map.entry(
                    "recording.stop",
                    new Row("{\"recording\":\"RECORDING\"}", "NOT_IN_CALL NOT_IN_CALL FORBIDDEN NOT_FOUND")),
            Map.entry(
                    "recording.able",
                    new Row(
                            "{\"recording\":\"" + UUID_1 + "\",\"able\":false}",
                            "NOT_IN_CALL NOT_IN_CALL NOT_FOUND NOT_FOUND")),
            Map.entry(
                    "recording.take",
                    new Row(
                            "{\"recording\":\"RECORDING\",\"mimeType\":\"video/webm\"}",
                            "NOT_IN_CALL NOT_IN_CALL NOT_RECORDER NOT_FOUND")),
            // Lossy: what nobody records is passed over.
            Map.entry(
                    "recording.health",
                    new Row(
                            "{\"recording\":\"RECORDING\",\"trouble\":\"SILENT\",\"since\":\"2030-01-07T09:00:00Z\"}",
                            "NOT_IN_CALL NOT_IN_CALL - -")),
            Map.entry(
                    "hello",
                    new Row(
                            "{\"versions\":[1],\"ticket\":\"x\",\"client\":{\"name\":\"x\",\"version\":\"1\"}}",
                            "NOT_IN_CALL NOT_IN_CALL NOT_IN_CALL NOT_IN_CALL"))));

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Tickets tickets;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private Recordings recordings;

    @Test
    @DisplayName("every frame a page may send stands in the table")
    void theTableIsWhole() {
        assertThat(TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FrameType.values())
                        .filter(type -> type.right() != FrameType.Right.SERVER)
                        .map(FrameType::wireName)
                        .toList());
    }

    @TestFactory
    @DisplayName("who may say what")
    List<DynamicTest> matrix() {
        List<DynamicTest> tests = new ArrayList<>();
        String[] who = {"lobby", "standby", "seat", "foreign seat"};
        TABLE.forEach((type, row) -> {
            String[] answers = row.answers.split(" ");
            for (int i = 0; i < who.length; i++) {
                int kind = i;
                tests.add(DynamicTest.dynamicTest(
                        type + " from " + who[i] + ": " + answers[i], () -> check(type, row, kind, answers[kind])));
            }
        });
        return tests;
    }

    @TestFactory
    @DisplayName("a recording that there never was is not known, to the doctor either")
    List<DynamicTest> madeUpRecordings() {
        return TABLE.entrySet().stream()
                .filter(entry -> entry.getValue().body.contains("RECORDING"))
                // Lossy: what nobody records is passed over.
                .filter(entry -> !entry.getKey().equals("recording.health"))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Clinic.Call call = clinic.call();
                    Socket socket = open(call.doctor(), call.id());
                    socket.say("join", "{}");
                    socket.hears("ack");
                    socket.say(entry.getKey(), entry.getValue().body.replace("RECORDING", UUID_1));
                    assertThat(socket.hears("problem").path("body").path("code").asString())
                            .isEqualTo("NOT_FOUND");
                }))
                .toList();
    }

    private void check(String type, Row row, int kind, String answer) {
        Two two = recordedCalls.doctorIsHere();
        Socket socket = kind == 3
                ? foreign(clinic.call())
                : open(two.patient(), kind == 0 ? null : two.call().value());
        if (kind >= 2) {
            socket.say("join", "{}");
            socket.hears("ack");
        }
        String recording = row.body.contains("RECORDING")
                ? recordings
                        .request(two.call(), two.doctor().id(), RecordedCalls.READ)
                        .id()
                        .toString()
                : "";
        String body = row.body
                .replace("CALL", two.call().toString())
                .replace("OTHER", two.doctor().id().toString())
                .replace("RECORDING", recording);
        boolean numbered = FrameType.fromClient(type).orElseThrow().reliable();
        if (numbered) {
            socket.say(type, body);
        } else {
            socket.sayUnnumbered(type, body);
        }
        if (answer.equals("-")) {
            socket.say("brew.coffee", "{}");
            assertThat(socket.hears("problem").path("body").path("code").asString())
                    .isEqualTo("UNSUPPORTED");
        } else {
            assertThat(socket.hears("problem").path("body").path("code").asString())
                    .isEqualTo(answer);
        }
        socket.breakOff();
    }

    private Socket foreign(Clinic.Call call) {
        return open(call.patient(), call.id());
    }

    private Socket open(Person who, @Nullable UUID consultation) {
        Socket socket = Socket.greeted(
                port, tickets.issue(who.user(), consultation).ticket().reveal());
        socket.hears("welcome");
        return socket;
    }
}
