package health.consilium.recording.vault;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.segments.Verifier;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** S24: another master key wraps the keys anew, and touches nothing else. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class RewrapTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Verifier verifier;

    @Autowired
    private Vault vault;

    @Autowired
    private SecretStore secrets;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    private UUID recording;

    @BeforeEach
    void aPartOfARecording() {
        Two two = calls.bothAreHere();
        recording = calls.records(two);
        calls.keepsAPart(two, recording);
    }

    private Vault under(int masterKey) {
        RecordingProperties settings = new RecordingProperties(
                true,
                Capture.PAGE,
                OnWithdrawal.KEEP,
                1,
                Duration.ofHours(24),
                DataSize.ofBytes(0),
                Duration.ZERO,
                masterKey,
                List.of());
        return new Vault(jdbc, new LocalKeyWrapping(secrets, settings));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var all = Files.list(data.root().resolve("recordings").resolve(recording.toString()))) {
            for (Path file : all.toList()) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private String master() {
        return jdbc.sql("select master from recording_key where recording = ?")
                .param(recording)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName(
            "the next master key takes over: what was recorded opens as before, and its files have not changed by a bit")
    void rotates() throws IOException {
        Map<String, byte[]> before = files();
        assertThat(before).hasSize(1);
        under(2).rewrap();
        assertThat(master()).isEqualTo("recordings-2");
        assertThat(vault.masters()).contains("recordings-2");
        assertThat(verifier.verify(recording).findings()).isEmpty();
        assertThat(files()).usingRecursiveComparison().isEqualTo(before);
        under(1).rewrap();
        assertThat(master()).isEqualTo("recordings-1");
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    @Test
    @DisplayName("S25: a key that was destroyed is not in the database's files either, once they are swept")
    void leavesNothing() {
        byte[] wrapped = jdbc.sql("select wrapped from recording_key where recording = ?")
                .param(recording)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(inTheFile(wrapped)).isTrue();
        vault.destroy(recording);
        assertThat(inTheFile(wrapped)).as("deleted, and still lying there").isTrue();
        vault.forgetDestroyed();
        assertThat(inTheFile(wrapped)).isFalse();
    }

    private boolean inTheFile(byte[] wrapped) {
        jdbc.sql("checkpoint").update();
        return jdbc.sql("select position(?::bytea in pg_read_binary_file(pg_relation_filepath('recording_key'))) > 0")
                .param(wrapped)
                .query(Boolean.class)
                .single();
    }

    @Test
    @DisplayName("a key that does not open is left as it is, and the others are wrapped all the same")
    void oneDoesNotOpen() {
        UUID other = calls.records(calls.bothAreHere());
        jdbc.sql("update recording_key set wrapped = '\\x00'::bytea || wrapped where recording = ?")
                .param(other)
                .update();
        under(3).rewrap();
        assertThat(master()).isEqualTo("recordings-3");
        assertThat(jdbc.sql("select master from recording_key where recording = ?")
                        .param(other)
                        .query(String.class)
                        .single())
                .isEqualTo("recordings-1");
        under(1).rewrap();
        jdbc.sql("delete from recording_key where recording = ?").param(other).update();
    }
}
