package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.session.Recordings;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R5, R7: one picture of a recording, kept and shown like the film. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class PosterTests {
    private static final byte[] JPEG = picture("\u00ff\u00d8\u00ff\u00e0 watermark one");
    private static final byte[] OTHER = picture("\u00ff\u00d8\u00ff\u00e0 watermark two");

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Http http;
    private Two two;
    private UUID recording;
    private int take;
    private Instant began;

    private static byte[] picture(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @BeforeEach
    void itRecords() {
        http = new Http(port);
        two = calls.bothAreHere();
        recording = calls.records(two);
        take = calls.takes(two, recording);
        began = clock.instant();
        clock.advance(Duration.ofSeconds(5));
    }

    private Http.Answer put(Person who, byte[] content, String type, Instant takenAt) {
        return http.send(
                http.request("PUT", "/api/v1/recordings/" + recording + "/takes/" + take + "/poster", null)
                        .method("PUT", BodyPublishers.ofByteArray(content))
                        .header("Content-Type", type)
                        .header("X-Taken-At", String.valueOf(takenAt.toEpochMilli())),
                who.token());
    }

    private Http.Answer get(Person who) {
        return http.send("GET", "/api/v1/recordings/" + recording + "/poster", who.token(), null);
    }

    private Http.Answer keeps() {
        return put(two.doctor(), JPEG, "image/jpeg", began.plusSeconds(3));
    }

    private String listed() {
        return http.send(
                        "GET",
                        "/api/v1/video-call/" + two.call().value() + "/recordings",
                        two.patient().token(),
                        null)
                .data()
                .get(0)
                .path("poster")
                .asString("");
    }

    @Test
    @DisplayName("R7: both people see the first picture that came, nobody else does, and who saw it is written down")
    void shown() {
        assertThat(listed()).isEmpty();
        assertThat(get(two.doctor()).code()).isEqualTo("NOT_FOUND");
        assertThat(keeps().data().path("stored").asBoolean()).isTrue();
        assertThat(put(two.doctor(), OTHER, "image/jpeg", began.plusSeconds(4))
                        .data()
                        .path("stored")
                        .asBoolean(true))
                .isFalse();
        assertThat(listed()).isEqualTo("/api/v1/recordings/" + recording + "/poster");
        for (Person who : new Person[] {two.patient(), two.doctor()}) {
            Http.Answer answer = get(who);
            assertThat(answer.raw().headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(answer.raw().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.raw().body()).contains("watermark one");
        }
        assertThat(get(clinic.somebody(Role.DOCTOR)).code()).isEqualTo("NOT_FOUND");
        assertThat(jdbc.sql("select count(*) from recording_access where recording = ? and kind = 'PICTURE'")
                        .param(recording)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("R5: it is sealed under the recording's key, and goes with it")
    void sealed() {
        keeps();
        byte[] kept = jdbc.sql("select sealed from recording_poster where recording = ?")
                .param(recording)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("watermark");
        byte[] changed = Arrays.copyOf(kept, kept.length);
        changed[20] ^= 1;
        jdbc.sql("update recording_poster set sealed = ? where recording = ?")
                .params(changed, recording)
                .update();
        assertThat(get(two.doctor()).code()).isEqualTo("NOT_FOUND");
        recordings.stop(recording, two.call(), two.doctor().id());
        erasure.erase(recording, null);
        assertThat(get(two.doctor()).code()).isEqualTo("RECORDING_UNAVAILABLE");
        assertThat(listed()).isEmpty();
        assertThat(jdbc.sql("select count(*) from recording_poster where recording = ?")
                        .param(recording)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "R1: only what was taken while everybody had agreed, only from the page that records, and only a picture")
    void refused() {
        assertThat(put(two.doctor(), JPEG, "image/jpeg", began.minusSeconds(1)).code())
                .isEqualTo("SEGMENT_NOT_COVERED");
        assertThat(put(two.patient(), JPEG, "image/jpeg", began.plusSeconds(3)).code())
                .isEqualTo("NOT_FOUND");
        assertThat(put(two.doctor(), picture("<svg/>"), "image/jpeg", began.plusSeconds(3))
                        .code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(put(two.doctor(), JPEG, "image/webp", began.plusSeconds(3)).code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(put(two.doctor(), JPEG, "text/html", began.plusSeconds(3)).status())
                .isEqualTo(415);
        assertThat(put(two.doctor(), new byte[200_001], "image/jpeg", began.plusSeconds(3))
                        .code())
                .isEqualTo("PAYLOAD_TOO_LARGE");
    }
}
