package health.consilium.recording.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.RecordingStore;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** R1, R2: asking, answering and being told, over the socket. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class RecordingFramesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Silence silence;

    @Autowired
    private RecordingStore store;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Person patient;
    private Person doctor;
    private UUID call;
    private Socket doctors;
    private Socket patients;

    @BeforeEach
    void bothAreHere() {
        Clinic.Call paid = clinic.call();
        patient = paid.patient();
        doctor = paid.doctor();
        call = paid.id();
        doctors = joined(doctor);
        patients = joined(patient);
    }

    private Socket joined(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        socket.say("join", "{}");
        socket.hears("ack");
        return socket;
    }

    private String asked() {
        doctors.say("recording.request", "{\"wording\":\"1\",\"locale\":\"en\",\"text\":\"Everybody is asked.\"}");
        JsonNode state = patients.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("ASKED");
        doctors.hears("recording.state");
        return state.path("recording").asString();
    }

    private static void answers(Socket socket, String recording, boolean yes) {
        socket.say(
                "recording.answer",
                "{\"recording\":\"%s\",\"agreed\":%s,\"wording\":\"1\",\"locale\":\"de\",\"text\":\"Alle sind gefragt.\"}"
                        .formatted(recording, yes));
    }

    private static JsonNode hearsPhase(Socket socket, String phase) {
        while (true) {
            JsonNode state = socket.hears("recording.state").path("body");
            if (state.path("phase").asString().equals(phase)) {
                return state;
            }
        }
    }

    private String recording() {
        String recording = asked();
        answers(patients, recording, true);
        hearsPhase(doctors, "RECORDING");
        hearsPhase(patients, "RECORDING");
        return recording;
    }

    @Test
    @DisplayName("R1: the patient's yes begins it, both are told, and whoever reloads sees it")
    void begins() {
        String recording = asked();
        answers(patients, recording, true);
        for (Socket socket : new Socket[] {doctors, patients}) {
            JsonNode state = hearsPhase(socket, "RECORDING");
            assertThat(state.path("recorder").asString())
                    .isEqualTo(doctor.id().value().toString());
            assertThat(state.path("answers").findValuesAsString("answer")).containsExactly("AGREED", "AGREED");
        }
        Socket again = Socket.greeted(port, clinic.ticket(patient, call));
        JsonNode snapshot = again.hears("welcome").at("/body/snapshot");
        assertThat(snapshot.at("/recording/phase").asString()).isEqualTo("RECORDING");
        assertThat(snapshot.path("recordable").asBoolean()).isTrue();
        assertThat(snapshot.at("/recordingRules/keptDays").asInt()).isEqualTo(3650);
        assertThat(snapshot.at("/recordingRules/onWithdrawal").asString()).isEqualTo("keep");
    }

    @Test
    @DisplayName("asking twice asks once")
    void askingTwice() {
        String recording = asked();
        doctors.say("recording.request", "{\"wording\":\"1\",\"locale\":\"en\",\"text\":\"Everybody is asked.\"}");
        assertThat(doctors.hears("recording.state").at("/body/recording").asString())
                .isEqualTo(recording);
    }

    @Test
    @DisplayName("R1: no is no: it does not record, and the conversation goes on")
    void declines() {
        answers(patients, asked(), false);
        assertThat(hearsPhase(doctors, "STOPPED").path("reason").asString()).isEqualTo("DECLINED");
        assertThat(consultations.find(new ConsultationId(call)).orElseThrow().present())
                .hasSize(2);
    }

    @Test
    @DisplayName("R1: whoever leaves pauses it, whoever comes back goes on, whoever takes it back ends it")
    void comesAndGoes() {
        String recording = recording();
        patients.say("leave", "{}");
        assertThat(hearsPhase(doctors, "PAUSED").path("reason").asString()).isEqualTo("LEFT");
        patients.say("join", "{}");
        hearsPhase(doctors, "RECORDING");
        answers(patients, recording, false);
        assertThat(hearsPhase(doctors, "STOPPED").path("reason").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("an answer to another text is no consent")
    void anotherText() {
        String recording = asked();
        patients.say(
                "recording.answer",
                "{\"recording\":\"%s\",\"agreed\":true,\"wording\":\"0\",\"locale\":\"en\",\"text\":\"Another.\"}"
                        .formatted(recording));
        assertThat(patients.hears("problem").at("/body/code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName("R1: a yes that does not say to which text is no consent; a no needs none")
    void withoutTheText() {
        String recording = asked();
        patients.say(
                "recording.answer",
                "{\"recording\":\"%s\",\"agreed\":true,\"wording\":\"1\",\"locale\":\"en\"}".formatted(recording));
        assertThat(patients.hears("problem").at("/body/code").asString()).isEqualTo("INVALID_REQUEST");
        patients.say(
                "recording.answer",
                "{\"recording\":\"%s\",\"agreed\":false,\"wording\":\"1\",\"locale\":\"en\"}".formatted(recording));
        assertThat(hearsPhase(doctors, "STOPPED").path("reason").asString()).isEqualTo("DECLINED");
    }

    @Test
    @DisplayName(
            "R6: where the server gets nothing of what should be recorded, the doctor is told, and when it does again")
    void nothingArrives() {
        UUID recording = UUID.fromString(recording());
        Instant began =
                Objects.requireNonNull(store.find(recording).orElseThrow().since());
        assertThat(store.silent(began)).doesNotContain(recording);
        assertThat(store.silent(began.plusMillis(1))).contains(recording);
        clock.advance(Silence.LONG.plusMillis(1));
        silence.look();
        JsonNode told = doctors.hears("recording.health").path("body");
        assertThat(told.path("recording").asString()).isEqualTo(recording.toString());
        assertThat(told.path("trouble").asString()).isEqualTo("SLOW");
        Two two = new Two(patient, doctor, new ConsultationId(call));
        calls.keepsAPart(two, recording);
        silence.look();
        assertThat(doctors.hears("recording.health").at("/body/trouble").isNull())
                .isTrue();
    }

    @Test
    @DisplayName("R4: a recording begins anew up to 200 times, and no more")
    void twoHundredTakes() {
        String recording = recording();
        jdbc.sql("insert into recording_take (recording, take, recorder, mime_type, opened_at)"
                        + " select ?, n, ?, 'video/webm', now() from generate_series(1, 199) n")
                .params(UUID.fromString(recording), doctor.id().value())
                .update();
        String body = "{\"recording\":\"%s\",\"mimeType\":\"video/webm;codecs=vp8,opus\"}".formatted(recording);
        doctors.say("recording.take", body);
        assertThat(doctors.hears("recording.take").at("/body/take").asInt()).isEqualTo(200);
        doctors.say("recording.take", body);
        assertThat(doctors.hears("problem").at("/body/code").asString()).isEqualTo("NOT_RECORDER");
    }

    @Test
    @DisplayName("only the page the server has chosen opens takes, and they are numbered")
    void takes() {
        String body = "{\"recording\":\"%s\",\"mimeType\":\"video/webm;codecs=vp8,opus\"}".formatted(recording());
        patients.say("recording.take", body);
        assertThat(patients.hears("problem").at("/body/code").asString()).isEqualTo("NOT_RECORDER");
        for (int take = 1; take <= 2; take++) {
            doctors.say("recording.take", body);
            assertThat(doctors.hears("recording.take").at("/body/take").asInt()).isEqualTo(take);
        }
    }

    @Test
    @DisplayName(
            "R3: a doctor's page that cannot record is relieved by the patient's, and takes over when it can again")
    void handsOver() {
        String recording = recording();
        String take = "{\"recording\":\"%s\",\"mimeType\":\"video/webm;codecs=vp8,opus\"}".formatted(recording);
        able(doctors, recording, false);
        assertThat(hearsPhase(patients, "RECORDING").path("recorder").asString())
                .isEqualTo(patient.id().value().toString());
        patients.say("recording.take", take);
        assertThat(patients.hears("recording.take").at("/body/take").asInt()).isEqualTo(1);
        doctors.say("recording.take", take);
        assertThat(doctors.hears("problem").at("/body/code").asString()).isEqualTo("NOT_RECORDER");
        able(doctors, recording, true);
        assertThat(hearsPhase(patients, "RECORDING").path("recorder").asString())
                .isEqualTo(doctor.id().value().toString());
    }

    @Test
    @DisplayName("R8: where no page can, both are told that it rests and why, also after a reload")
    void nobodyCan() {
        String recording = recording();
        able(doctors, recording, false);
        able(patients, recording, false);
        for (Socket socket : new Socket[] {doctors, patients}) {
            JsonNode state = hearsPhase(socket, "PAUSED");
            assertThat(state.path("reason").asString()).isEqualTo("NO_RECORDER");
            assertThat(state.path("recorder").isNull()).isTrue();
        }
        Socket again = Socket.greeted(port, clinic.ticket(patient, call));
        assertThat(again.hears("welcome").at("/body/snapshot/recording/reason").asString())
                .isEqualTo("NO_RECORDER");
        assertThat(ledger.of(UUID.fromString(recording)))
                .extracting(Ledger.Entry::kind)
                .containsExactly("ASKED", "AGREED", "BEGAN", "PAUSED_NO_RECORDER");
    }

    private static void able(Socket socket, String recording, boolean able) {
        socket.say("recording.able", "{\"recording\":\"%s\",\"able\":%s}".formatted(recording, able));
    }

    @Test
    @DisplayName("with the end of the consultation it ends, before anybody is dismissed")
    void ends() {
        recording();
        consultations.end(new ConsultationId(call), doctor.user());
        assertThat(hearsPhase(doctors, "STOPPED").path("reason").asString()).isEqualTo("ENDED");
        doctors.hears("bye");
    }

    @Test
    @DisplayName("the ledger holds every question and answer, its chain is whole, and the database changes none of it")
    void theLedger() {
        UUID recording = UUID.fromString(recording());
        answers(patients, recording.toString(), false);
        hearsPhase(doctors, "STOPPED");
        assertThat(ledger.of(recording))
                .extracting(Ledger.Entry::kind)
                .containsExactly("ASKED", "AGREED", "BEGAN", "WITHDRAWN", "STOPPED_WITHDRAWN");
        assertThat(ledger.of(recording).get(1).locale()).isEqualTo("de");
        assertThat(jdbc.sql("select text from recording_text where sha256 = ?")
                        .param(ledger.of(recording).get(1).text())
                        .query(String.class)
                        .single())
                .as("the very text, to be read again")
                .isEqualTo("Alle sind gefragt.");
        assertThat(ledger.broken(recording)).isEmpty();
        for (String change : new String[] {
            "update recording_ledger set kind = 'AGREED' where recording = '" + recording + "'",
            "delete from recording_ledger where recording = '" + recording + "'",
            "truncate recording_ledger"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        }
    }
}
