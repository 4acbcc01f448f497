package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.DataDirectory;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.SegmentStore.StorageFull;
import health.consilium.testing.NeedsTmpfs;
import health.consilium.testing.Tmpfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** F13, F14: a disk that is really full, as the kernel says it. */
@NeedsTmpfs
class TmpfsTests {
    private static final int PART = 300_000;

    @TempDir
    private Path folder;

    private final UUID recording = UUID.randomUUID();

    private FileSegmentStore store(long reserve) {
        RecordingProperties settings = new RecordingProperties(
                true,
                Capture.PAGE,
                OnWithdrawal.KEEP,
                1,
                Duration.ofHours(24),
                DataSize.ofBytes(reserve),
                Duration.ZERO,
                1,
                List.of());
        return new FileSegmentStore(new DataDirectory(folder), settings);
    }

    private static byte[] part(int value) {
        byte[] content = new byte[PART];
        java.util.Arrays.fill(content, (byte) value);
        return content;
    }

    /** Until there is no room. */
    private Set<UUID> filled(FileSegmentStore store) throws IOException {
        Set<UUID> written = new HashSet<>();
        try {
            while (true) {
                UUID name = UUID.randomUUID();
                store.write(recording, name, part(written.size()));
                written.add(name);
            }
        } catch (StorageFull full) {
            return written;
        }
    }

    private long halves() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".half")).count();
        }
    }

    @Test
    @DisplayName(
            "parts are written until the reserve is reached; all of them are there, and with room again it goes on")
    void full() throws IOException {
        try (Tmpfs disk = Tmpfs.at(folder, "size=8m")) {
            FileSegmentStore store = store(2_000_000);
            Set<UUID> written = filled(store);
            assertThat(written).hasSize((8 * 1024 * 1024 - 2_000_000) / PART);
            assertThat(store.names(recording)).isEqualTo(written);
            UUID one = written.iterator().next();
            store.delete(recording, one);
            store.write(recording, one, part(1));
            assertThat(store.read(recording, one)).isEqualTo(part(1));
            assertThat(disk.folder()).isEqualTo(folder);
        }
    }

    @Test
    @DisplayName(
            "ENOSPC in the middle of a part, and of a name, is no room: nothing half stays, and what was there is there")
    void noSpaceLeft() throws IOException {
        try (Tmpfs ignored = Tmpfs.at(folder, "size=64m,nr_inodes=12")) {
            FileSegmentStore store = store(0);
            Set<UUID> written = filled(store);
            assertThat(written).hasSizeBetween(3, 10);
            assertThat(halves()).isZero();
            assertThat(store.names(recording)).isEqualTo(written);
        }
        try (Tmpfs ignored = Tmpfs.at(folder, "size=1m")) {
            FileSegmentStore store = store(-8 * 1024 * 1024);
            assertThat(filled(store)).hasSize(3);
            assertThat(halves()).isZero();
        }
    }

    @Test
    @DisplayName("a file that cannot be written for another reason is no lack of room")
    void anotherFault() throws IOException {
        FileSegmentStore store = store(0);
        Files.writeString(folder.resolve("recordings").resolve(recording.toString()), "a file in the way");
        assertThatThrownBy(() -> store.write(recording, UUID.randomUUID(), part(0)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StorageFull.class);
    }
}
