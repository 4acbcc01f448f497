package health.consilium.recording.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.platform.secrets.FileSecretStore;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.KeyWrapping.Wrapped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** S25: master keys that were replaced: which may be taken away, and what is when they are. */
class LocalKeyWrappingTests {
    private static final byte[] KEY = new byte[32];

    private final UUID recording = UUID.randomUUID();

    @TempDir
    private Path folder;

    /** As a start sees it: nothing is remembered from before. */
    private LocalKeyWrapping started(int masterKey) {
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
        return new LocalKeyWrapping(new FileSecretStore(new DataDirectory(folder)), settings);
    }

    private Path secret(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    @Test
    @DisplayName("the one in use is never among those that may go, nor is one that a recording's key is wrapped under")
    void replaced() {
        LocalKeyWrapping keys = started(1);
        keys.wrap(recording, Secret.of(KEY));
        assertThat(keys.unused(Set.of())).isEmpty();
        keys.advance();
        keys.advance();
        assertThat(keys.current()).isEqualTo("recordings-1-3");
        assertThat(keys.unused(Set.of())).containsExactly("recordings-1", "recordings-1-2");
        assertThat(keys.unused(Set.of("recordings-1"))).containsExactly("recordings-1-2");
        LocalKeyWrapping next = started(2);
        next.wrap(recording, Secret.of(KEY));
        assertThat(next.unused(Set.of("recordings-1-2", "recordings-2")))
                .containsExactly("recordings-1", "recordings-1-3");
    }

    @Test
    @DisplayName(
            "taken away, it is missed by nothing: what is wrapped anew opens, and no key of its name is made again")
    void takenAway() throws Exception {
        LocalKeyWrapping keys = started(1);
        Wrapped old = keys.wrap(recording, Secret.of(KEY));
        keys.advance();
        Wrapped anew = keys.wrap(recording, keys.unwrap(recording, old));
        Files.delete(secret("recordings-1"));
        LocalKeyWrapping after = started(1);
        assertThat(after.current()).isEqualTo("recordings-1-2");
        assertThat(after.unwrap(recording, anew).reveal()).isEqualTo(KEY);
        assertThat(after.unused(Set.of("recordings-1-2"))).isEmpty();
        assertThatThrownBy(() -> after.unwrap(recording, old))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the master key is gone");
        after.advance();
        assertThat(after.current()).isEqualTo("recordings-1-3");
        assertThat(secret("recordings-1")).doesNotExist();
    }
}
