package health.consilium.e2e.server;

import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A consultation without pictures, recorded by a program: both are there, both have agreed, and the doctor sends parts. */
public final class RecordedCall implements AutoCloseable {
    private static final Map<String, Object> READ =
            Map.of("wording", "1", "locale", "en", "text", "Everybody is asked.");

    private final Api doctorsApi;
    private final Line doctor;
    private final Line patient;
    private String recording = "";
    private Instant began = Instant.EPOCH;
    private int take;

    private RecordedCall(Api doctorsApi, Line doctor, Line patient) {
        this.doctorsApi = doctorsApi;
        this.doctor = doctor;
        this.patient = patient;
    }

    /** Of an appointment that both may enter. */
    public static RecordedCall begin(HttpClient http, Api doctor, Api patient, Object appointment) {
        RecordedCall call =
                new RecordedCall(doctor, joined(http, doctor, appointment), joined(http, patient, appointment));
        call.begins();
        return call;
    }

    /** The doctor asks, the patient agrees, and the doctor's page opens a take: also another time, once one is over. */
    public void begins() {
        doctor.ask("recording.request", READ, "r-1");
        recording = patientHears("ASKED").path("recording").asString();
        answers(true);
        doctorHears("RECORDING");
        doctor.ask("recording.take", Map.of("recording", recording, "mimeType", "video/webm;codecs=vp8,opus"), "t-1");
        take = doctor.await("recording.take").path("take").asInt();
        // Nothing is recorded before its take is opened, and the server runs by the same clock.
        began = Instant.now();
    }

    public void stops() {
        doctor.ask("recording.stop", Map.of("recording", recording), "s-1");
        doctorHears("STOPPED");
    }

    private static Line joined(HttpClient http, Api who, Object appointment) {
        Line line = Line.open(http, who.server());
        line.hello(who.callTicket(appointment));
        line.ask("join", Map.of(), "j-1");
        line.await("ack");
        return line;
    }

    public String recording() {
        return recording;
    }

    /** The patient's page says it. */
    public void answers(boolean agreed) {
        patient.ask(
                "recording.answer",
                Map.of(
                        "recording", recording,
                        "agreed", agreed,
                        "wording", "1",
                        "locale", "en",
                        "text", "Everybody is asked."),
                "a-1");
    }

    /** The patient's page says something else. */
    public void patientSays(String type) {
        patient.ask(type, Map.of(), "p-1");
    }

    /** What the doctor's page is told when the recording is in that phase. */
    public JsonNode doctorHears(String phase) {
        return hears(doctor, phase);
    }

    public JsonNode patientHears(String phase) {
        return hears(patient, phase);
    }

    private static JsonNode hears(Line line, String phase) {
        while (true) {
            JsonNode state = line.await("recording.state");
            if (state.path("phase").asString().equals(phase)) {
                return state;
            }
        }
    }

    /** The doctor asks once more: the phase that follows, or why it is refused. */
    public String asksAgain() {
        doctor.ask("recording.request", READ, "r-2");
        JsonNode answer = doctor.awaitAnswer("r-2");
        return answer.path("type").asString().equals("problem")
                ? answer.at("/body/code").asString()
                : answer.at("/body/phase").asString();
    }

    /** Sends a part, recorded at the moment at which its take began. */
    public Api.Answer put(int index, boolean last, byte[] content) {
        String at = String.valueOf(began.toEpochMilli());
        return doctorsApi.putBytes(
                "/api/v1/recordings/%s/takes/%d/segments/%d".formatted(recording, take, index),
                content,
                Map.of(
                        "Content-Digest",
                        "sha-256=:" + digest(content) + ":",
                        "X-Segment-Final",
                        String.valueOf(last),
                        "X-Segment-From",
                        at,
                        "X-Segment-To",
                        at));
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        doctor.close();
        patient.close();
    }
}
