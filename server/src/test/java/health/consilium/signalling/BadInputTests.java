package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.Consultations;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * S9, and the last line of issue 3: whatever a page says, what is malformed, huge, replayed, out of order or of an old generation
 * changes nothing, and never ends another call.
 */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class BadInputTests {
    private static final int LARGEST = 64 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    /** Two people in a call, each with a seat. */
    private record Call(UUID id, Person patient, Person doctor, Socket patients, Socket doctors, int generation) {}

    private Call attacked;
    private Call other;

    @BeforeEach
    void twoCalls() {
        attacked = call();
        other = call();
    }

    private Call call() {
        Clinic.Call paid = clinic.call();
        Person patient = paid.patient();
        Person doctor = paid.doctor();
        UUID id = paid.id();
        Socket patients = greeted(patient, id);
        patients.say("join", "{}");
        // Their own coming; what is heard below is then the doctor's.
        patients.hears("participant.joined");
        Socket doctors = greeted(doctor, id);
        int generation =
                doctors.hears("rtc.peer").path("body").path("generation").asInt();
        doctors.say("join", "{}");
        patients.hears("participant.joined");
        return new Call(id, patient, doctor, patients, doctors, generation);
    }

    private Socket greeted(Person who, UUID call) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        return socket;
    }

    /** The doctor's words reach the patient, unchanged and next: nothing else was said to the patient in between. */
    private static void stillTalks(Call call) {
        String mark = UUID.randomUUID().toString();
        call.doctors.say(
                "rtc.description",
                "{\"to\":\"%s\",\"generation\":%d,\"description\":{\"type\":\"offer\",\"sdp\":\"%s\"}}"
                        .formatted(call.patient.id(), call.generation, mark));
        JsonNode heard = call.patients.hears("rtc.description").path("body").path("description");
        assertThat(heard.path("sdp").asString()).isEqualTo(mark);
        assertThat(call.patients.isOpen()).isTrue();
        assertThat(call.doctors.isOpen()).isTrue();
    }

    private long version(Call call) {
        return consultations
                .find(new health.consilium.consultation.ConsultationId(call.id))
                .orElseThrow()
                .version();
    }

    static Stream<String> broken() {
        return Stream.of(
                "{",
                "[]",
                "7",
                "null",
                "\"text\"",
                "\u0000",
                "{\"type\":null,\"body\":{}}",
                "{\"type\":\"join\",\"seq\":2,\"body\":[]}",
                "{\"type\":\"join\",\"seq\":-1,\"body\":{}}",
                "{\"type\":\"join\",\"seq\":1.5,\"body\":{}}",
                "{\"type\":\"join\",\"seq\":1e300,\"body\":{}}",
                "{\"type\":\"join\",\"seq\":99,\"body\":{}}",
                "{\"type\":\"join\",\"body\":{}}",
                "{\"type\":\"ping\",\"seq\":2,\"body\":{}}",
                "{\"type\":\"ping\",\"ack\":999999,\"body\":{}}",
                "{\"type\":\"media.state\",\"seq\":2,\"body\":{\"microphone\":\"yes\",\"camera\":1,\"screen\":null}}",
                "{\"type\":\"media.state\",\"seq\":2,\"body\":{\"microphone\":true,\"camera\":true,\"screen\":false,\"receive\":\"smell\"}}",
                "{\"type\":\"rtc.description\",\"seq\":2,\"body\":{\"to\":\"nobody\",\"generation\":1,\"description\":{}}}",
                "{\"type\":\"rtc.description\",\"seq\":2,\"body\":{\"to\":\"00000000-0000-4000-8000-000000000001\",\"generation\":99999999999,\"description\":{}}}",
                "{\"type\":\"rtc.description\",\"seq\":2,\"body\":{\"to\":\"00000000-0000-4000-8000-000000000001\",\"generation\":1,\"description\":7}}",
                "{\"type\":\"rtc.description\",\"seq\":2,\"body\":{\"to\":\"00000000-0000-4000-8000-000000000001\",\"generation\":1,\"description\":[]}}",
                "{\"type\":\"rtc.description\",\"seq\":2,\"body\":{\"to\":\"00000000-0000-4000-8000-000000000001\",\"generation\":1,\"description\":\"v=0\"}}",
                "{\"type\":\"rtc.candidates\",\"seq\":2,\"body\":{\"to\":\"00000000-0000-4000-8000-000000000001\",\"generation\":1,\"candidates\":[\"candidate:1\"],\"complete\":false}}",
                "{\"type\":\"ping\",\"body\":" + "{\"a\":".repeat(64) + "1" + "}".repeat(65),
                "{\"type\":\"chat.send\",\"seq\":2,\"body\":{\"text\":\"" + "x".repeat(LARGEST) + "\"}}",
                "x".repeat(LARGEST + 1));
    }

    @ParameterizedTest
    @MethodSource("broken")
    @DisplayName("S8, S9: what is malformed or huge closes the connection it came from, and no other")
    void malformedOrHuge(String frame) {
        long before = version(attacked);
        attacked.patients.raw(frame);
        assertThat(attacked.patients.closedWith()).isEqualTo(4400);
        assertThat(attacked.doctors.isOpen()).isTrue();
        assertThat(version(attacked)).isEqualTo(before);
        stillTalks(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"PEER\",\"generation\":0,\"description\":{}}",
                "{\"to\":\"PEER\",\"generation\":-1,\"description\":{}}",
                "{\"to\":\"PEER\",\"generation\":2147483647,\"description\":{}}",
                "{\"to\":\"SELF\",\"generation\":CURRENT,\"description\":{}}",
                "{\"to\":\"STRANGER\",\"generation\":CURRENT,\"description\":{}}"
            })
    @DisplayName("what does not belong to the connection of the moment is refused and reaches nobody")
    void foreignOrOldDescriptions(String body) {
        attacked.doctors.say(
                "rtc.description",
                body.replace("PEER", attacked.patient.id().toString())
                        .replace("SELF", attacked.doctor.id().toString())
                        .replace("STRANGER", other.patient.id().toString())
                        .replace("CURRENT", String.valueOf(attacked.generation)));
        assertThat(attacked.doctors.hears("problem").path("body").path("code").asString())
                .isIn("STALE_GENERATION", "INVALID_REQUEST");
        stillTalks(attacked);
        stillTalks(other);
    }

    @Test
    @DisplayName("that there are no more candidates is carried, too")
    void candidates() {
        String to = "{\"to\":\"%s\",\"generation\":%d,\"candidates\":[],\"complete\":"
                .formatted(attacked.patient.id(), attacked.generation);
        attacked.doctors.say("rtc.candidates", to + "true}");
        assertThat(attacked.patients
                        .hears("rtc.candidates")
                        .path("body")
                        .path("complete")
                        .asBoolean())
                .isTrue();
        stillTalks(attacked);
    }

    @Test
    @DisplayName("a reset or a link of an old generation, or of another call's people, moves nothing")
    void oldAndForeignResets() {
        long before = version(attacked);
        for (Person target : new Person[] {attacked.patient, other.patient, other.doctor}) {
            int generation = target == attacked.patient ? attacked.generation - 1 : attacked.generation;
            attacked.doctors.say("rtc.reset", "{\"to\":\"%s\",\"generation\":%d}".formatted(target.id(), generation));
            attacked.doctors.say(
                    "media.link",
                    "{\"peer\":\"%s\",\"generation\":%d,\"state\":\"up\"}".formatted(target.id(), generation));
            assertThat(attacked.doctors
                            .hears("problem")
                            .path("body")
                            .path("code")
                            .asString())
                    .isEqualTo("STALE_GENERATION");
        }
        stillTalks(attacked);
        stillTalks(other);
        assertThat(version(attacked)).isEqualTo(before);
    }

    @Test
    @DisplayName("a frame that is said again, from the first to the last, is acted on once")
    void replays() {
        String leave = "{\"type\":\"leave\",\"seq\":2,\"body\":{}}";
        String join = "{\"type\":\"join\",\"seq\":3,\"body\":{}}";
        attacked.patients.raw(leave);
        attacked.doctors.hears("participant.left");
        attacked.patients.raw(join);
        attacked.doctors.hears("participant.joined");
        long before = version(attacked);
        for (int i = 0; i < 5; i++) {
            attacked.patients.raw(leave);
            attacked.patients.raw("{\"type\":\"join\",\"seq\":1,\"body\":{}}");
        }
        attacked.patients.sayUnnumbered("ping", "{}");
        attacked.patients.hears("pong");
        assertThat(version(attacked)).isEqualTo(before);
        assertThat(attacked.patients.isOpen()).isTrue();
        stillTalks(other);
    }

    @Test
    @DisplayName(
            "a call whose page says nonsense all the time goes on for the other side, and comes back for that page")
    void nonsenseDoesNotEndACall() {
        for (int i = 0; i < 10; i++) {
            Socket patients = seatedAgain(attacked);
            patients.raw("{\"type\":\"state\",\"seq\":2,\"body\":{\"phase\":\"ENDED\"}}");
            patients.hears("problem");
            patients.raw("not a frame");
            assertThat(patients.closedWith()).isEqualTo(4400);
        }
        assertThat(attacked.doctors.isOpen()).isTrue();
        assertThat(seatedAgain(attacked).isOpen()).isTrue();
        stillTalks(other);
    }

    private Socket seatedAgain(Call call) {
        Socket socket = greeted(call.patient, call.id);
        socket.say("join", "{\"takeover\":true}");
        socket.hears("ack");
        return socket;
    }
}
