package health.consilium.recording.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.segments.Verifier.Fault;
import health.consilium.recording.segments.Verifier.Finding;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.session.Room;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.S3Server;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** R6, S24, F13: recordings of the whole server in a real S3-compatible server. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class S3RecordingTests {
    private static final int PART = 50_000;

    private static S3Server store;

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Room room;

    @Autowired
    private Verifier verifier;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Two two;
    private UUID recording;
    private int take;
    private Instant began;

    @DynamicPropertySource
    static void inABucket(DynamicPropertyRegistry settings) throws IOException {
        store = S3Server.start(Files.createTempDirectory("s3"));
        settings.add("consilium.recording.s3.bucket", () -> S3Server.BUCKET);
        settings.add("consilium.recording.s3.endpoint", () -> store.endpoint());
        settings.add("consilium.recording.s3.access-key", () -> S3Server.ACCESS_KEY);
        settings.add("consilium.recording.s3.secret-key", () -> S3Server.SECRET_KEY);
        settings.add("consilium.recording.s3.prefix", () -> "clinic-1/");
    }

    @AfterAll
    static void noStore() {
        store.close();
    }

    @BeforeEach
    void fourParts() {
        // A store that was away is asked anew once a second.
        await().until(() -> room.standing() == Room.Standing.WELL);
        two = calls.bothAreHere();
        recording = calls.records(two);
        take = calls.takes(two, recording);
        began = clock.instant();
        clock.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 4; i++) {
            keeps(i);
        }
    }

    private void keeps(int index) {
        byte[] content = (index + " " + "watermark ".repeat(PART / 10)).getBytes(StandardCharsets.US_ASCII);
        calls.keeps(
                two,
                recording,
                take,
                index,
                false,
                began.plusMillis(index * 50L),
                began.plusMillis(index * 50L + 50),
                content);
    }

    private Path object(int index) {
        UUID name = jdbc.sql("select name from recording_segment where recording = ? and index = ?")
                .params(recording, index)
                .query(UUID.class)
                .single();
        return folder().resolve(name.toString());
    }

    private Path folder() {
        return store.bucket().resolve("clinic-1").resolve(recording.toString());
    }

    private Socket patientsPage() {
        Socket page = Socket.greeted(
                port,
                tickets.issue(two.patient().user(), two.call().value()).ticket().reveal());
        page.hears("welcome");
        return page;
    }

    @Test
    @DisplayName("R5: what was confirmed lies in the bucket, sealed; nothing of it on the server's own disk")
    void there() throws IOException {
        assertThat(verifier.verify(recording).findings()).isEmpty();
        try (var objects = Files.list(folder())) {
            for (Path object : objects.toList()) {
                assertThat(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1))
                        .doesNotContain("watermark");
            }
        }
        assertThat(object(3)).exists();
    }

    @Test
    @DisplayName("S24: an object that is gone, changed, cut or exchanged is named")
    void damaged() throws IOException {
        byte[] content = Files.readAllBytes(object(0));
        content[100] ^= 1;
        Files.write(object(0), content);
        Files.delete(object(1));
        Files.copy(object(3), object(2), StandardCopyOption.REPLACE_EXISTING);
        Files.write(object(3), new byte[] {1, 2, 3});
        assertThat(verifier.verify(recording).findings())
                .containsExactly(
                        new Finding(Fault.CHANGED, take, 0),
                        new Finding(Fault.LOST, take, 1),
                        new Finding(Fault.SWAPPED, take, 2),
                        new Finding(Fault.CUT, take, 3));
    }

    @Test
    @DisplayName(
            "R7: whoever watches gets any range of the film out of the bucket, and only the objects are read in which it lies")
    void ranges() throws IOException {
        UUID films = calls.records(two = calls.bothAreHere());
        int reel = calls.takes(two, films);
        Instant start = clock.instant();
        clock.advance(Duration.ofSeconds(20));
        List<byte[]> parts = SyntheticWebm.ofSeconds(10, 4_000);
        for (int i = 0; i < parts.size(); i++) {
            Instant at = start.plusSeconds(i);
            calls.keeps(two, films, reel, i, i == parts.size() - 1, at, at.plusSeconds(1), parts.get(i));
        }
        recordings.stop(films, two.call(), two.doctor().id());
        byte[] whole = watched(films, "bytes=0-", 206);
        for (String[] range : new String[][] {{"0", "0"}, {"1", "999"}, {"19990", "60010"}, {"150000", "150000"}}) {
            assertThat(watched(films, "bytes=" + range[0] + "-" + range[1], 206))
                    .isEqualTo(Arrays.copyOfRange(whole, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1));
        }
        assertThat(watched(films, "bytes=-7", 206))
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        watched(films, "bytes=" + whole.length + "-", 416);
        recording = films;
        Files.delete(object(5));
        assertThat(watched(films, "bytes=1000-41000", 206)).isEqualTo(Arrays.copyOfRange(whole, 1_000, 41_001));
    }

    private byte[] watched(UUID film, String range, int status) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/recordings/" + film + "/media"))
                .header("Cookie", "CONSILIUM_SESSION=" + two.doctor().token())
                .header("Range", range)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(range).isEqualTo(status);
            return answer.body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("erasing takes the objects away")
    void erased() {
        recordings.stop(recording, two.call(), two.doctor().id());
        erasure.erase(recording, null);
        assertThat(folder().toFile().list()).isNullOrEmpty();
    }

    @Test
    @DisplayName("the store dies: parts wait in the page, the recording stops in order after a minute, all are told,"
            + " the call goes on; the store is back: nothing that was confirmed is lost, and what waited comes in")
    void outage() {
        Socket page = patientsPage();
        store.kill();
        refused(4);
        assertThat(recordings(two)).isEqualTo("RECORDING");
        clock.advance(Duration.ofSeconds(61));
        refused(4);
        var state = page.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("STOPPED");
        assertThat(state.path("reason").asString()).isEqualTo("STORAGE_AWAY");
        assertThat(consultations.find(two.call()).orElseThrow().present()).hasSize(2);
        assertThatThrownBy(() -> verifier.verify(recording)).satisfies(S3RecordingTests::away);
        assertThatThrownBy(() -> calls.records(two)).hasMessageContaining("cannot be reached right now");
        Http http = new Http(port);
        var admin = clinic.somebody(Role.ADMIN);
        var check = http.send("POST", "/api/v1/admin/recordings/" + recording + "/verify", admin.token(), "{}");
        assertThat(check.status()).isEqualTo(503);
        store.startAgain();
        keeps(4);
        assertThat(verifier.verify(recording)).satisfies(report -> {
            assertThat(report.segments()).isEqualTo(5);
            assertThat(report.findings()).isEqualTo(List.of());
        });
    }

    private void refused(int index) {
        assertThatThrownBy(() -> keeps(index)).satisfies(S3RecordingTests::away);
    }

    private static void away(Throwable problem) {
        assertThat(((Problem) problem).code()).isEqualTo(ErrorCode.STORAGE_AWAY);
    }

    private String recordings(Two of) {
        return jdbc.sql("select phase from recording where consultation = ?")
                .param(of.call().value())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("erased while the store is away: its key goes at once, the objects when the store is back")
    void erasedMeanwhile() {
        recordings.stop(recording, two.call(), two.doctor().id());
        store.kill();
        assertThatCode(() -> erasure.erase(recording, null)).doesNotThrowAnyException();
        assertThat(verifier.verify(recording).findings()).containsExactly(new Finding(Fault.ERASED, 0, 0));
        store.startAgain();
        assertThat(folder().toFile().list()).hasSize(4);
        erasure.sweepRemains();
        assertThat(folder().toFile().list()).isNullOrEmpty();
    }
}
