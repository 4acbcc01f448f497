package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.Role;
import health.consilium.kernel.DataDirectory;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.segments.Verifier.Fault;
import health.consilium.recording.segments.Verifier.Finding;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.vault.Vault;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** R4, R5: parts of a recording are taken in once, covered by consent, and lie there so that nothing goes unnoticed. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class SegmentTests {
    private static final String CSRF = "3a0f2f6e-5d1c-4b3f-8a43-0f0f6e3c9a11";
    private static final String WATERMARK = "a sentence that must never lie on the disk";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Verifier verifier;

    @Autowired
    private Vault vault;

    @Autowired
    private Erasure erasure;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Person patient;
    private Person doctor;
    private ConsultationId call;
    private UUID recording;
    private int take;
    private Instant began;

    @BeforeEach
    void itRecords() {
        Two two = calls.bothAreHere();
        patient = two.patient();
        doctor = two.doctor();
        call = two.call();
        recording = calls.records(two);
        take = calls.takes(two, recording);
        began = clock.instant();
        clock.advance(Duration.ofSeconds(10));
    }

    private Answer put(Person who, int index, boolean last, String content, String digestOf, long fromMs, long toMs) {
        Http http = new Http(port);
        String path = "/api/v1/recordings/%s/takes/%d/segments/%d".formatted(recording, take, index);
        return http.send(http.request("GET", path, null)
                .PUT(BodyPublishers.ofString(content))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Digest", "sha-256=:" + digest(digestOf) + ":")
                .header("X-Segment-Final", String.valueOf(last))
                .header("X-Segment-From", String.valueOf(began.toEpochMilli() + fromMs))
                .header("X-Segment-To", String.valueOf(began.toEpochMilli() + toMs))
                .header("Cookie", "XSRF-TOKEN=" + CSRF + "; CONSILIUM_SESSION=" + who.token())
                .header("X-XSRF-TOKEN", CSRF)
                .build());
    }

    private Answer put(int index, boolean last) {
        String content = WATERMARK + " " + index;
        return put(doctor, index, last, content, content, index * 2_000L, index * 2_000L + 2_000);
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void fiveParts() {
        for (int index = 0; index < 5; index++) {
            assertThat(put(index, index == 4).status()).isEqualTo(200);
        }
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    private Path file(int index) {
        UUID name = jdbc.sql("select name from recording_segment where recording = ? and index = ?")
                .params(recording, index)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        return data.root().resolve("recordings").resolve(recording.toString()).resolve(name.toString());
    }

    private void finds(Fault fault, int... indices) {
        assertThat(verifier.verify(recording).findings())
                .containsExactlyElementsOf(Arrays.stream(indices)
                        .mapToObj(index -> new Finding(fault, take, index))
                        .toList());
    }

    @Test
    @DisplayName("R4: the same part twice is stored once; another content under its number is refused")
    void idempotent() {
        assertThat(put(0, false).data().path("stored").asBoolean()).isTrue();
        assertThat(put(0, false).status()).isEqualTo(200);
        assertThat(put(doctor, 0, false, "other", "other", 0, 2_000).code()).isEqualTo("SEGMENT_DIFFERS");
        assertThat(verifier.verify(recording).segments()).isEqualTo(1);
    }

    @Test
    @DisplayName("R4: a part that arrived damaged is not stored")
    void damaged() {
        assertThat(put(doctor, 0, false, "what came", "what was sent", 0, 2_000).code())
                .isEqualTo("SEGMENT_DAMAGED");
        assertThat(put(0, false).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("only whoever opened the take adds to it")
    void onlyTheRecorder() {
        assertThat(put(patient, 0, false, "x", "x", 0, 2_000).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "S24: what was recorded while not everybody had agreed is refused, to the half second a pause may take")
    void covered() {
        recordings.answer(recording, call, patient.id(), false, RecordedCalls.READ);
        assertThat(put(doctor, 0, false, "a", "a", 8_000, 10_500).code()).isEqualTo("SEGMENT_AHEAD");
        clock.advance(Duration.ofSeconds(60));
        assertThat(put(doctor, 0, false, "a", "a", 8_000, 10_500).status()).isEqualTo(200);
        assertThat(put(doctor, 1, false, "b", "b", 10_250, 10_501).code()).isEqualTo("SEGMENT_NOT_COVERED");
    }

    @Test
    @DisplayName(
            "R4: a part that was recorded in the server's future is asked for again, and taken when its time has come")
    void ahead() {
        Answer early = put(doctor, 0, false, "a", "a", 8_251, 10_251);
        assertThat(early.code()).isEqualTo("SEGMENT_AHEAD");
        assertThat(early.status()).isEqualTo(425);
        assertThat(put(doctor, 0, false, "a", "a", 8_250, 10_250).status()).isEqualTo(200);
        assertThat(put(doctor, 1, false, "b", "b", 10_250, 10_251).code()).isEqualTo("SEGMENT_AHEAD");
        clock.advance(Duration.ofMillis(1));
        assertThat(put(doctor, 1, false, "b", "b", 10_250, 10_251).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("S24: times that cannot be are not believed: too long, backwards, before the take, over what is there")
    void timesThatCannotBe() {
        clock.advance(Duration.ofSeconds(60));
        assertThat(put(doctor, 0, false, "a", "a", 0, 30_000).status())
                .as("as long as any")
                .isEqualTo(200);
        assertThat(put(doctor, 2, false, "c", "c", 40_000, 42_000).status()).isEqualTo(200);
        assertThat(put(doctor, 1, false, "b", "b", 29_750, 40_250).status())
                .as("clocks may differ")
                .isEqualTo(200);
        for (long[] part : new long[][] {
            {2, 30_251, 36_000}, {4, 35_749, 37_000}, {4, 46_000, 45_999}, {4, 36_000, 66_001}, {2, -251, 1_000}
        }) {
            take = calls.takes(new Two(patient, doctor, call), recording);
            jdbc.sql("update recording_take set opened_at = ? where recording = ? and take = ?")
                    .params(began.atOffset(ZoneOffset.UTC), recording, take)
                    .update();
            assertThat(put(doctor, 3, false, "d", "d", 30_000, 36_000).status()).isEqualTo(200);
            assertThat(put(doctor, (int) part[0], false, "x", "x", part[1], part[2])
                            .code())
                    .as("%d: %d to %d", part[0], part[1], part[2])
                    .isEqualTo("SEGMENT_NOT_COVERED");
            assertThat(put(doctor, 5, false, "y", "y", 43_000, 44_000).code())
                    .as("nothing after it")
                    .isEqualTo("SEGMENT_NOT_COVERED");
        }
    }

    @Test
    @DisplayName("R4: the page that resumes learns what is missing; nothing comes after the last part")
    void resumes() {
        put(0, false);
        put(2, true);
        assertThat(put(doctor, 3, false, "x", "x", 0, 2_000).code()).isEqualTo("SEGMENT_DIFFERS");
        JsonNode have = have();
        assertThat(have.path("have").asInt()).isEqualTo(1);
        assertThat(have.path("beyond").get(0).asInt()).isEqualTo(2);
        assertThat(have.path("complete").asBoolean()).isFalse();
        finds(Fault.MISSING, 1);
    }

    @Test
    @DisplayName("R4, S24: a last part from after the end is not kept, and nothing is waited for because of it")
    void cut() {
        put(0, false);
        recordings.answer(recording, call, patient.id(), false, RecordedCalls.READ);
        assertThat(put(doctor, 1, true, "a", "a", 2_000, 12_000).code()).isEqualTo("SEGMENT_AHEAD");
        assertThat(have().path("complete").asBoolean())
                .as("that was the future: it may be about a time that will be covered")
                .isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(put(doctor, 1, true, "a", "a", 2_000, 12_000).code()).isEqualTo("SEGMENT_NOT_COVERED");
        assertThat(have().path("complete").asBoolean()).isTrue();
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    @Test
    @DisplayName("R4, F14: the last part is known and its take has ended, or neither, whatever breaks in between")
    void endsWithItsLastPart() {
        put(0, false);
        jdbc.sql("create function take_does_not_end() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'broken off'; end $$")
                .update();
        try {
            jdbc.sql(
                            "create trigger take_does_not_end before update on recording_take for each row when (old.recording = '"
                                    + recording + "') execute function take_does_not_end()")
                    .update();
            assertThat(put(1, true).status()).isEqualTo(500);
        } finally {
            jdbc.sql("drop function take_does_not_end() cascade").update();
        }
        assertThat(have().path("have").asInt()).isEqualTo(1);
        assertThat(put(1, true).status()).isEqualTo(200);
        assertThat(have().path("complete").asBoolean()).isTrue();
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    @Test
    @DisplayName("R4: one recording has 20 GiB at most, to the byte; then it stops as where there is no room")
    void noMoreThanSoMuch() {
        assertThat(put(0, false).status()).isEqualTo(200);
        long most = 20L * 1024 * 1024 * 1024;
        String content = WATERMARK + " 1";
        long first = most - content.length();
        for (int i = 0; i < 11; i++) {
            long size = Math.min(first - 2_000_000_000L * i, 2_000_000_000L);
            jdbc.sql("insert into recording_segment select recording, take, 100 + :i, false, gen_random_uuid(), :size,"
                            + " sha256, to_at + interval '1 hour', to_at + interval '1 hour', stored_at"
                            + " from recording_segment where recording = :recording and index = 0")
                    .param("i", i)
                    .param("size", size)
                    .param("recording", recording)
                    .update();
        }
        assertThat(put(1, false).code()).isEqualTo("STORAGE_FULL");
        jdbc.sql("update recording_segment set size = 0 where recording = ? and index = 0")
                .param(recording)
                .update();
        assertThat(put(1, false).status()).as("the last byte").isEqualTo(200);
    }

    @Test
    @DisplayName("R4: a last part that was stored before its take ended ends it when it is sent again")
    void endsWhenSentAgain() {
        put(0, true);
        jdbc.sql("update recording_take set segments = 0 where recording = ?")
                .param(recording)
                .update();
        assertThat(have().path("complete").asBoolean()).isFalse();
        assertThat(put(0, true).status()).isEqualTo(200);
        assertThat(have().path("complete").asBoolean()).isTrue();
    }

    private JsonNode have() {
        return new Http(port)
                .send("GET", "/api/v1/recordings/" + recording + "/takes", doctor.token(), null)
                .data()
                .get(0);
    }

    @Test
    @DisplayName("a part of more than 8 MiB, and one that says no digest, are refused")
    void limits() {
        String large = "x".repeat(8 * 1024 * 1024 + 1);
        assertThat(put(doctor, 0, false, large, large, 0, 2_000).status()).isEqualTo(413);
        assertThat(put(doctor, -1, false, "x", "x", 0, 2_000).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("R5: two parts that changed places are named")
    void swapped() throws IOException {
        fiveParts();
        Path one = file(1);
        Path other = file(3);
        Path aside = one.resolveSibling("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);
        finds(Fault.SWAPPED, 1, 3);
    }

    @Test
    @DisplayName("R5: an older part in the place of a newer one is named, and so is the last one made an inner one")
    void repeated() throws IOException {
        fiveParts();
        Files.copy(file(2), file(3), StandardCopyOption.REPLACE_EXISTING);
        finds(Fault.SWAPPED, 3);
        jdbc.sql("update recording_segment set last = false where recording = ? and index = 4")
                .param(recording)
                .update();
        assertThat(verifier.verify(recording).findings()).contains(new Finding(Fault.CHANGED, take, 4));
    }

    @Test
    @DisplayName("R5: a lost file, an edited one and a shortened one are named")
    void lostEditedCut() throws IOException {
        fiveParts();
        byte[] content = Files.readAllBytes(file(1));
        content[20] ^= 1;
        Files.write(file(1), content);
        finds(Fault.CHANGED, 1);
        Files.write(file(1), Arrays.copyOf(content, content.length - 1));
        finds(Fault.CUT, 1);
        Files.delete(file(1));
        finds(Fault.LOST, 1);
    }

    @Test
    @DisplayName("R5: parts taken out of the index too are named, the last ones included")
    void dropped() {
        fiveParts();
        jdbc.sql("delete from recording_segment where recording = ? and index in (2, 4)")
                .param(recording)
                .update();
        finds(Fault.MISSING, 2, 4);
    }

    @Test
    @DisplayName("R5: nothing of what was said lies on the disk or in the database")
    void noPlaintext() throws IOException {
        fiveParts();
        byte[] mark = WATERMARK.getBytes(StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(data.root())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(5);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(new String(mark, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    @DisplayName(
            "R7: an administrator erases it once it is over; then nobody can watch it, and nothing of it lies there")
    void erased() {
        fiveParts();
        Http http = new Http(port);
        String admin = clinic.somebody(Role.ADMIN).token();
        String path = "/api/v1/admin/recordings/" + recording;
        assertThat(http.send("DELETE", path, admin, null).status()).isEqualTo(409);
        recordings.stop(recording, call, doctor.id());
        assertThat(http.send("DELETE", path, admin, null).status()).isEqualTo(200);
        assertThat(http.send("DELETE", path, admin, null).status()).isEqualTo(200);
        assertThat(http.send("GET", "/api/v1/recordings/" + recording + "/manifest", doctor.token(), null)
                        .code())
                .isEqualTo("RECORDING_UNAVAILABLE");
        assertThat(data.root().resolve("recordings").resolve(recording.toString()))
                .doesNotExist();
        var row = http.send("GET", "/api/v1/video-call/" + call + "/recordings", patient.token(), null)
                .data()
                .get(0);
        assertThat(row.path("phase").asString()).isEqualTo("DELETED");
        assertThat(Instant.parse(row.path("deletedAt").asString())).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("S25: of a recording whose key is gone, nothing lies there a minute later, whatever came in between")
    void remains() {
        fiveParts();
        recordings.stop(recording, call, doctor.id());
        vault.destroy(recording);
        jdbc.sql("update recording set phase = 'DELETED' where id = ?")
                .param(recording)
                .update();
        erasure.sweepRemains();
        assertThat(data.root().resolve("recordings").resolve(recording.toString()))
                .doesNotExist();
        assertThat(verifier.verify(recording).segments()).isZero();
    }

    private void stopped(Duration ago) {
        jdbc.sql("update recording set stopped_at = ? where id = ?")
                .params(clock.instant().minus(ago).atOffset(ZoneOffset.UTC), recording)
                .update();
    }

    @Test
    @DisplayName("R7: what was kept as long as people were told is due, and the list of it erases nothing")
    void due() {
        fiveParts();
        recordings.stop(recording, call, doctor.id());
        stopped(Duration.ofDays(3_650));
        assertThat(erasure.due()).doesNotContain(recording);
        stopped(Duration.ofDays(3_650).plusSeconds(1));
        assertThat(erasure.due()).contains(recording);
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    @Test
    @DisplayName("R7: without its key a recording cannot be read, and says so")
    void shredded() {
        fiveParts();
        assertThat(vault.destroy(recording)).isTrue();
        assertThat(verifier.verify(recording).findings()).containsExactly(new Finding(Fault.ERASED, 0, 0));
        assertThat(verifier.verify(recording).bytes()).isZero();
        assertThat(put(doctor, 5, false, "x", "x", 0, 2_000).status()).isEqualTo(409);
    }
}
