package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.DataDirectory;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.SegmentStore.StorageFull;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** F14: the disk takes the bytes and does not say that it keeps them. What a page hears then is looked at in {@link StorageFullTests}. */
class FsyncFaultTests {
    private static final byte[] PART = {1, 2, 3};

    private final UUID recording = UUID.randomUUID();

    /** The first part syncs the folder of all recordings, itself, and its own folder: one of these fails. */
    private static final class FailingDisk extends FileSegmentStore {
        private int left;

        FailingDisk(Path folder, int good) {
            super(new DataDirectory(folder), settings());
            this.left = good;
        }

        private static RecordingProperties settings() {
            return new RecordingProperties(
                    true,
                    Capture.PAGE,
                    OnWithdrawal.KEEP,
                    1,
                    Duration.ofHours(24),
                    DataSize.ofBytes(0),
                    Duration.ZERO,
                    1,
                    List.of());
        }

        @Override
        void synced(FileChannel file) throws IOException {
            if (left-- == 0) {
                throw new IOException("Input/output error");
            }
            super.synced(file);
        }
    }

    private long files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @ParameterizedTest(name = "the sync after {0} good ones")
    @ValueSource(ints = {0, 1, 2})
    @DisplayName(
            "a sync that fails is a part that is not stored: nothing of it stays, and the same part is written anew")
    void fails(int good, @TempDir Path folder) throws IOException {
        FailingDisk disk = new FailingDisk(folder, good);
        UUID name = UUID.randomUUID();
        assertThatThrownBy(() -> disk.write(recording, name, PART))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StorageFull.class)
                .hasMessage("Input/output error");
        assertThat(disk.names(recording)).isEmpty();
        assertThat(files(folder)).isZero();
        int before = disk.left;
        disk.write(recording, name, PART);
        assertThat(before - disk.left).as("synced again, not taken for stored").isGreaterThanOrEqualTo(2);
        assertThat(disk.read(recording, name)).isEqualTo(PART);
        assertThat(disk.names(recording)).containsExactly(name);
    }
}
