package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.identity.AdminDoor;
import health.consilium.identity.Role;
import health.consilium.kernel.DataDirectory;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.session.Recordings;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** S24: whoever looks after the server finds out from the command line whether recordings are whole. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class VerifyRecordingsTests {
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
    private DataDirectory data;

    @Autowired
    private Environment settings;

    @Autowired
    private JdbcClient jdbc;

    private Two two;
    private UUID recording;

    @BeforeEach
    void aPartOfARecording() {
        // Recordings of other tests are left behind damaged on purpose: this one looks at its own.
        jdbc.sql("update recording set asked_at = '2000-01-01'").update();
        two = calls.bothAreHere();
        recording = calls.records(two);
        calls.keepsAPart(two, recording);
    }

    private String line(Person who) throws IOException {
        URI server = URI.create("http://127.0.0.1:" + port);
        try (Door door = new RunningServer(new AdminDoor(server, who.email(), Clinic.PASSWORD))) {
            return line(door);
        }
    }

    private static String said(Door door, boolean json) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new VerifyRecordings(door, new PrintStream(said, true, StandardCharsets.UTF_8), json).verify();
        return said.toString(StandardCharsets.UTF_8);
    }

    private String line(Door door) throws IOException {
        return said(door, false)
                .lines()
                .filter(line -> line.startsWith(recording.toString()))
                .findFirst()
                .orElseThrow();
    }

    private StoppedServer stopped() {
        return StoppedServer.open(
                Stream.of("mode", "database.url", "database.user", "database.password", "data.directory")
                        .map(key -> "--consilium." + key + "=" + settings.getProperty("consilium." + key))
                        .toArray(String[]::new));
    }

    @Test
    @DisplayName("while the server is stopped it reads by itself, with the server's settings")
    void stoppedServer() throws IOException {
        try (Door door = stopped()) {
            assertThat(line(door)).endsWith("RECORDING 1 parts 0 bytes: whole");
            Files.delete(file());
            assertThat(line(door)).endsWith(" LOST(1/0)");
            assertThat(JsonMapper.shared().readTree(said(door, true)).valueStream())
                    .filteredOn(read -> read.path("id").asString().equals(recording.toString()))
                    .singleElement()
                    .satisfies(read ->
                            assertThat(read.path("findings").get(0).asString()).isEqualTo("LOST(1/0)"));
        }
    }

    @Test
    @DisplayName("where there is no database it makes none, and says where to run it")
    void noServer(@TempDir Path empty) {
        assertThatThrownBy(() -> StoppedServer.open("--consilium.mode=demo", "--consilium.data.directory=" + empty))
                .hasMessageContaining("There is no database in " + empty);
        assertThat(empty).isEmptyDirectory();
    }

    private Path file() throws IOException {
        try (var files = Files.list(data.root().resolve("recordings").resolve(recording.toString()))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    @DisplayName("a whole one, a damaged one and an erased one are told apart")
    void tells() throws IOException {
        Person admin = clinic.somebody(Role.ADMIN);
        assertThat(line(admin)).endsWith("RECORDING 1 parts 0 bytes: whole");
        byte[] content = Files.readAllBytes(file());
        content[3] ^= 1;
        Files.write(file(), content);
        assertThat(line(admin)).endsWith(" CHANGED(1/0)");
        recordings.stop(recording, two.call(), two.doctor().id());
        erasure.erase(recording, null);
        assertThat(line(admin)).endsWith("DELETED 0 parts 0 bytes: erased");
    }

    private tools.jackson.databind.JsonNode checked(Person admin) {
        String check = "/api/v1/admin/recordings/" + recording + "/check";
        Http http = new Http(port);
        assertThat(http.send("GET", check, admin.token(), null).status()).isIn(200, 404);
        assertThat(http.send("POST", check, admin.token(), "{}").status()).isEqualTo(200);
        return await().until(
                        () -> http.send("GET", check, admin.token(), null).data(),
                        answer -> !answer.path("state").asString().equals("RUNNING"));
    }

    @Test
    @DisplayName(
            "S24: the page starts a check, sees how far it is, and reads what was found; who checked is written down")
    void onThePage() throws IOException {
        Person admin = clinic.somebody(Role.ADMIN);
        var whole = checked(admin);
        assertThat(whole.path("state").asString()).isEqualTo("DONE");
        assertThat(whole.path("read").asInt()).isEqualTo(1);
        assertThat(whole.path("report").path("findings")).isEmpty();
        Files.delete(file());
        var damaged = checked(admin).path("report").path("findings").get(0);
        assertThat(damaged.path("fault").asString()).isEqualTo("LOST");
        assertThat(jdbc.sql(
                                "select count(*) from recording_access where recording = ? and person = ? and kind = 'CHECK'")
                        .params(recording, admin.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("nobody but an administrator may")
    void onlyAdministrators() {
        assertThatThrownBy(() -> line(two.doctor())).hasMessageStartingWith("403");
    }

    @Test
    @DisplayName("R7: administrators read which recordings there are and how they stand, and nothing of what they hold")
    void listed() {
        var first = new Http(port)
                .send(
                        "GET",
                        "/api/v1/admin/recordings",
                        clinic.somebody(Role.ADMIN).token(),
                        null)
                .data()
                .get(0);
        assertThat(first.path("id").asString()).isEqualTo(recording.toString());
        assertThat(first.path("phase").asString()).isEqualTo("RECORDING");
        assertThat(first.path("parts").asInt()).isEqualTo(1);
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "consultation", "phase", "reason", "askedAt", "startedAt", "stoppedAt", "parts", "bytes");
    }
}
