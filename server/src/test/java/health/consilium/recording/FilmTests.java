package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import health.consilium.identity.Role;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.AccessLog;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** R3, R7: what was recorded is one file that plays and seeks, for the two people whose it is. ffmpeg is the judge. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class FilmTests {
    private static final int PART = 40_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Integer, byte[]> WEBMS = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private AccessLog access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @TempDir
    private Path folder;

    private Two two;
    private UUID recording;

    @BeforeEach
    void itRecords() {
        two = calls.bothAreHere();
        recording = calls.records(two);
    }

    /** As a MediaRecorder writes: no duration, no index, clusters of unknown size. Made once for each length. */
    private byte[] webm(int seconds) throws IOException {
        byte[] made = WEBMS.get(seconds);
        if (made == null) {
            made = encoded(seconds);
            WEBMS.put(seconds, made);
        }
        return made;
    }

    private byte[] encoded(int seconds) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".webm");
        ran(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440",
                "-t",
                String.valueOf(seconds),
                "-c:v",
                "libvpx",
                "-b:v",
                "200k",
                "-g",
                "25",
                "-deadline",
                "realtime",
                "-c:a",
                "libopus",
                "-live",
                "1",
                "-f",
                "webm",
                file.toString());
        return Files.readAllBytes(file);
    }

    private static String ran(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said.strip();
    }

    /** In parts of a length that has nothing to do with clusters; one may be lost. */
    private void uploaded(byte[] content, int lost) {
        int take = calls.takes(two, recording);
        int parts = (content.length + PART - 1) / PART;
        for (int i = 0; i < parts; i++) {
            Instant from = clock.instant();
            clock.advance(Duration.ofMillis(500));
            byte[] part = Arrays.copyOfRange(content, i * PART, Math.min(content.length, (i + 1) * PART));
            if (i != lost) {
                calls.keeps(two, recording, take, i, i == parts - 1, from, clock.instant(), part);
            }
        }
    }

    private String path(String rest) {
        return "/api/v1/recordings/" + recording + rest;
    }

    private HttpResponse<byte[]> get(Person who, String rest, @Nullable String range) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(rest)))
                .header("Cookie", "CONSILIUM_SESSION=" + who.token());
        if (range != null) {
            request.header("Range", range);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private Path played() throws Exception {
        Path file = folder.resolve("film.webm");
        Files.write(file, get(two.doctor(), "/media", null).body());
        assertThat(ran("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "null", "-"))
                .isEmpty();
        return file;
    }

    private static double seconds(Path file) throws IOException {
        return Double.parseDouble(
                ran("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString()));
    }

    private static long pictures(String... selection) throws IOException {
        return Long.parseLong(ran(selection).replaceAll("\\D", ""));
    }

    @Test
    @DisplayName("R3: it decodes whole, says how long it is, and every picture is there")
    void decodes() throws Exception {
        uploaded(webm(8), -1);
        Path film = played();
        assertThat(seconds(film)).isCloseTo(8, within(0.1));
        assertThat(pictures(
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_frames",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        film.toString()))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("R3: two takes are one film, as long as both")
    void twoTakes() throws Exception {
        uploaded(webm(4), -1);
        clock.advance(Duration.ofSeconds(30));
        uploaded(webm(3), -1);
        assertThat(seconds(played())).isCloseTo(7, within(0.2));
        var manifest = new Http(port)
                .send("GET", path("/manifest"), two.doctor().token(), null)
                .data();
        assertThat(manifest.path("durationMs").asInt()).isCloseTo(7_000, within(200));
        assertThat(manifest.at("/gaps/0/reason").asString()).isEqualTo("PAUSED");
    }

    @Test
    @DisplayName("R3: with a part lost, everything else plays, and the gap is named")
    void gap() throws Exception {
        uploaded(webm(8), 2);
        played();
        var manifest = new Http(port)
                .send("GET", path("/manifest"), two.doctor().token(), null)
                .data();
        assertThat(manifest.at("/gaps/0/reason").asString()).isEqualTo("LOST");
    }

    @Test
    @DisplayName("R4: torn off in the middle, it plays up to there")
    void torn() throws Exception {
        byte[] whole = webm(8);
        uploaded(Arrays.copyOf(whole, whole.length / 2), -1);
        assertThat(seconds(played())).isCloseTo(4, within(1.0));
    }

    @Test
    @DisplayName("R7: a player seeks over HTTP: ranges are answered exactly, and a jump decodes from the index")
    void ranges() throws Exception {
        uploaded(webm(8), -1);
        byte[] whole = get(two.patient(), "/media", null).body();
        HttpResponse<byte[]> some = get(two.patient(), "/media", "bytes=1000-90000");
        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(Arrays.copyOfRange(whole, 1_000, 90_001));
        assertThat(some.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get(two.patient(), "/media", "bytes=-10").body())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
        assertThat(get(two.patient(), "/media", "bytes=99999999-").statusCode()).isEqualTo(416);
        // Between two whole pictures, of which one stands at 6.007 s: at 6 s either of two neighbours would be right.
        assertThat(pictures(
                        "ffprobe",
                        "-v",
                        "error",
                        "-headers",
                        "Cookie: CONSILIUM_SESSION=" + two.patient().token() + "\r\n",
                        "-read_intervals",
                        "6.5%+#1",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "packet=pts",
                        "-of",
                        "csv=p=0",
                        "http://127.0.0.1:" + port + path("/media")))
                .isCloseTo(6_000, within(100L));
    }

    @Test
    @DisplayName("R7: only the two people see it, each view is noted, and the doctor decides about downloads")
    void access() throws Exception {
        uploaded(webm(2), -1);
        Http http = new Http(port);
        assertThat(get(clinic.somebody(Role.DOCTOR), "/media", null).statusCode())
                .isEqualTo(404);
        assertThat(get(clinic.somebody(Role.ADMIN), "/media", null).statusCode())
                .isEqualTo(404);
        assertThat(get(two.patient(), "/media?download=true", null).statusCode())
                .isEqualTo(200);
        String no = "{\"patientMayDownload\":false}";
        assertThat(http.send("PATCH", path(""), two.patient().token(), no).status())
                .isEqualTo(403);
        assertThat(http.send("PATCH", path(""), two.doctor().token(), no).status())
                .isEqualTo(200);
        assertThat(get(two.patient(), "/media?download=true", null).statusCode())
                .isEqualTo(403);
        get(two.patient(), "/media", "bytes=0-9");
        get(two.patient(), "/media", "bytes=10-19");
        assertThat(access.of(recording))
                .containsExactly(
                        new AccessLog.Access(two.patient().id().value(), "DOWNLOAD"),
                        new AccessLog.Access(two.patient().id().value(), "VIEW"));
        var listed = http.send(
                        "GET",
                        "/api/v1/video-call/" + two.call() + "/recordings",
                        two.patient().token(),
                        null)
                .data();
        assertThat(listed.at("/0/id").asString()).isEqualTo(recording.toString());
        assertThat(listed.at("/0/patientMayDownload").asBoolean()).isFalse();
    }

    private JsonNode listed() {
        return new Http(port)
                .send(
                        "GET",
                        "/api/v1/video-call/" + two.call() + "/recordings",
                        two.patient().token(),
                        null)
                .data()
                .get(0);
    }

    @Test
    @DisplayName("H3: once it is whole the list says how long and how large the film is, and what is missing in it")
    void listedWhole() throws Exception {
        uploaded(webm(4), -1);
        clock.advance(Duration.ofSeconds(30));
        uploaded(webm(3), -1);
        assertThat(listed().path("phase").asString()).isEqualTo("RECORDING");
        assertThat(listed().path("durationMs").isNull()).isTrue();
        recordings.stop(recording, two.call(), two.doctor().id());
        JsonNode row = listed();
        assertThat(row.path("arriving").asBoolean()).isFalse();
        assertThat(row.path("durationMs").asInt()).isCloseTo(7_000, within(200));
        assertThat(row.path("size").asInt())
                .isEqualTo(get(two.patient(), "/media", null).body().length);
        assertThat(row.path("gaps")).hasSize(1);
        Instant from = Instant.parse(row.at("/gaps/0/from").asString());
        Instant to = Instant.parse(row.at("/gaps/0/to").asString());
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("R1: each recording says who answered what, and when; also once it is over")
    void answersAreListed() {
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MICROS);
        clock.advance(Duration.ofSeconds(40));
        recordings.answer(recording, two.call(), two.patient().id(), false, RecordedCalls.READ);
        JsonNode answers = listed().path("answers");
        assertThat(answers)
                .extracting(
                        one -> one.path("who").asString(),
                        one -> one.path("kind").asString(),
                        one -> Instant.parse(one.path("at").asString()))
                .containsExactly(
                        tuple("DOCTOR", "ASKED", asked),
                        tuple("PATIENT", "AGREED", asked),
                        tuple("PATIENT", "WITHDRAWN", asked.plusSeconds(40)));
    }

    @Test
    @DisplayName("H3: while a part may still come the list says so; when its time is over, it is a gap")
    void listedArriving() throws Exception {
        uploaded(webm(8), 2);
        assertThat(listed().path("arriving").asBoolean()).isFalse();
        recordings.stop(recording, two.call(), two.doctor().id());
        assertThat(listed().path("arriving").asBoolean()).isTrue();
        assertThat(listed().path("durationMs").isNull()).isTrue();
        jdbc.sql("update recording set stopped_at = stopped_at - interval '24 hours 1 second' where id = ?")
                .param(recording)
                .update();
        assertThat(listed().path("arriving").asBoolean()).isFalse();
        assertThat(listed().at("/gaps/0/reason").asString()).isEqualTo("LOST");
    }

    @Test
    @DisplayName("H3: a recording of which nothing came is listed, and hides no other")
    void listedEmpty() {
        recordings.stop(recording, two.call(), two.doctor().id());
        assertThat(listed().path("phase").asString()).isEqualTo("STOPPED");
        assertThat(listed().path("durationMs").isNull()).isTrue();
    }
}
