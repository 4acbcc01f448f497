package health.consilium.recording.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.SecretStore;
import health.consilium.platform.secrets.FileSecretStore;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.segments.Verifier;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** S25: a master key that is gone is never replaced in silence. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class LostKeysTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Verifier verifier;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path other;

    private UUID recording;

    @BeforeEach
    void aRecordingAndACopyOfTheSecrets() throws IOException {
        recording = calls.records(calls.bothAreHere());
        try (var files = Files.list(data.root().resolve("secrets"))) {
            for (Path file : files.toList()) {
                Files.copy(file, new DataDirectory(other).directory("secrets").resolve(file.getFileName()));
            }
        }
    }

    /** As a start sees it: nothing is remembered from before. */
    private LostKeys started(int masterKey, String... lost) {
        SecretStore secrets = new FileSecretStore(new DataDirectory(other));
        RecordingProperties settings = new RecordingProperties(
                true,
                Capture.PAGE,
                OnWithdrawal.KEEP,
                1,
                Duration.ofHours(24),
                DataSize.ofBytes(0),
                Duration.ZERO,
                masterKey,
                List.of(lost));
        return new LostKeys(jdbc, new LocalKeyWrapping(secrets, settings), secrets, settings);
    }

    private Path secret(String name) {
        return other.resolve("secrets").resolve(name);
    }

    @Test
    @DisplayName("with all secrets it starts; so it does when one key of many is damaged")
    void whole() {
        UUID damaged = calls.records(calls.bothAreHere());
        jdbc.sql("update recording_key set wrapped = '\\x00'::bytea || wrapped where recording = ?")
                .param(damaged)
                .update();
        assertThatCode(started(1)::refuseToForget).doesNotThrowAnyException();
        jdbc.sql("delete from recording_key where recording = ?").param(damaged).update();
    }

    @Test
    @DisplayName(
            "without the master key it does not start, says what is lost and where the backup goes, and makes no new one")
    void gone() throws IOException {
        Files.delete(secret("recordings-1"));
        assertThatThrownBy(started(1)::refuseToForget).isInstanceOfSatisfying(CannotStart.class, no -> {
            assertThat(no.why())
                    .startsWith("The file secrets/recordings-1 is missing")
                    .contains("nobody can ever see them again");
            assertThat(no.action())
                    .startsWith("Put secrets/ of the data directory back from your backup.")
                    .endsWith("lost-secrets=recordings-1 and raise consilium.recording.master-key.");
        });
        assertThat(secret("recordings-1")).doesNotExist();
    }

    @Test
    @DisplayName("another key under its name, or half a key, is no master key either")
    void another() throws IOException {
        Files.writeString(secret("recordings-1"), "00".repeat(32));
        assertThatThrownBy(started(1)::refuseToForget).hasMessageContaining("another one than before");
        Files.writeString(secret("recordings-1"), "00ff");
        assertThatThrownBy(started(1)::refuseToForget).hasMessageContaining("does not hold a key");
    }

    @Test
    @DisplayName("without the secret of the ledgers it does not start")
    void ledger() throws IOException {
        Files.delete(secret("recording-ledger"));
        assertThatThrownBy(started(1)::refuseToForget).hasMessageContaining("nobody can prove what people agreed to");
        assertThatCode(started(1, "recording-ledger")::refuseToForget).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "given up by name, it starts under the next master key; what is lost says so, and comes back with its key")
    void givenUp() throws IOException {
        assertThatThrownBy(() -> started(1, "recordings-1"))
                .hasMessageContaining("raise consilium.recording.master-key");
        byte[] kept = Files.readAllBytes(secret("recordings-1"));
        Files.delete(secret("recordings-1"));
        LostKeys start = started(2, "recordings-1");
        assertThatCode(start::refuseToForget).doesNotThrowAnyException();
        SecretStore secrets = new FileSecretStore(new DataDirectory(other));
        Vault vault = new Vault(
                jdbc,
                new LocalKeyWrapping(
                        secrets,
                        new RecordingProperties(
                                true,
                                Capture.PAGE,
                                OnWithdrawal.KEEP,
                                1,
                                Duration.ofHours(24),
                                DataSize.ofBytes(0),
                                Duration.ZERO,
                                2,
                                List.of())));
        assertThatThrownBy(() -> vault.of(recording))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.RECORDING_UNAVAILABLE));
        assertThat(secret("recordings-1")).doesNotExist();
        Files.write(secret("recordings-1"), kept);
        assertThat(vault.of(recording)).isPresent();
    }

    @Test
    @DisplayName("the verifier names a recording whose key does not open")
    void named() {
        jdbc.sql("update recording_key set wrapped = '\\x00'::bytea || wrapped where recording = ?")
                .param(recording)
                .update();
        assertThat(verifier.verify(recording).findings())
                .containsExactly(new Verifier.Finding(Verifier.Fault.KEY_LOST, 0, 0));
        jdbc.sql("update recording_key set wrapped = substring(wrapped from 2) where recording = ?")
                .param(recording)
                .update();
    }
}
