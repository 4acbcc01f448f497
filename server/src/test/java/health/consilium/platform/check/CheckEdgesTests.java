package health.consilium.platform.check;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SetupCheck.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A7: what the configuration check says at the edges. */
class CheckEdgesTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");

    @Test
    @DisplayName("a disk with less than 5 GB is a warning, with less than 1 GB broken")
    void disk() {
        assertThat(DiskCheck.judge(5_000_000_000L).state()).isEqualTo(State.FINE);
        assertThat(DiskCheck.judge(4_999_999_999L).state()).isEqualTo(State.WARNING);
        assertThat(DiskCheck.judge(1_000_000_000L).state()).isEqualTo(State.WARNING);
        assertThat(DiskCheck.judge(999_999_999L).state()).isEqualTo(State.BROKEN);
    }

    @Test
    @DisplayName("a certificate that ends within 14 days is a warning, one that has ended is broken")
    void certificate() {
        Duration days = Duration.ofDays(14);
        assertThat(TlsCheck.judge(NOW.plus(days).plusMillis(1), NOW).state()).isEqualTo(State.FINE);
        assertThat(TlsCheck.judge(NOW.plus(days), NOW).state()).isEqualTo(State.WARNING);
        assertThat(TlsCheck.judge(NOW.plusMillis(1), NOW).state()).isEqualTo(State.WARNING);
        assertThat(TlsCheck.judge(NOW, NOW).state()).isEqualTo(State.BROKEN);
    }

    @Test
    @DisplayName("links need an address in production, and one with https")
    void address() {
        assertThat(AddressCheck.judge(null, true).state()).isEqualTo(State.NOT_USED);
        assertThat(AddressCheck.judge(null, false).state()).isEqualTo(State.BROKEN);
        assertThat(AddressCheck.judge("http://video.clinic.example", false).state())
                .isEqualTo(State.BROKEN);
        assertThat(AddressCheck.judge("https://video.clinic.example", false).state())
                .isEqualTo(State.FINE);
    }

    @Test
    @DisplayName("clocks more than 5 s apart, in either direction, are broken")
    void clocks() {
        assertThat(ClockCheck.judge(NOW, NOW.plusSeconds(5)).state()).isEqualTo(State.FINE);
        assertThat(ClockCheck.judge(NOW, NOW.plusSeconds(5).plusMillis(1)).state())
                .isEqualTo(State.BROKEN);
        assertThat(ClockCheck.judge(NOW.plusSeconds(5).plusMillis(1), NOW).state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    @DisplayName("no backup, and one older than two days, is a warning")
    void backup() {
        assertThat(BackupCheck.judge(null, NOW).state()).isEqualTo(State.WARNING);
        assertThat(BackupCheck.judge(NOW.minus(Duration.ofDays(2)), NOW).state())
                .isEqualTo(State.FINE);
        assertThat(BackupCheck.judge(NOW.minus(Duration.ofDays(2)).minusMillis(1), NOW)
                        .state())
                .isEqualTo(State.WARNING);
    }

    @Test
    @DisplayName("a secret that others may read is named, and what to do about it")
    void secrets(@TempDir Path root) throws IOException {
        DataDirectory data = new DataDirectory(root);
        Path secret = Files.writeString(data.directory("secrets").resolve("turn"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertThat(new SecretFilesCheck(data).look().state()).isEqualTo(State.FINE);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new SecretFilesCheck(data).look()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.BROKEN);
            assertThat(found.what()).contains("secrets/turn");
            assertThat(found.remedy()).startsWith("chmod");
        });
    }
}
