package health.consilium.recording.spi;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/** Keeps encrypted segments under names of ours. */
public interface SegmentStore {
    /**
     * Writes it wholly or not at all; when this returns, it survives a crash of the machine.
     *
     * @throws StorageFull when there is no room, or none left beside the reserve
     */
    void write(UUID recording, UUID name, byte[] content) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there is none of that name */
    byte[] read(UUID recording, UUID name) throws IOException;

    Set<UUID> names(UUID recording) throws IOException;

    Set<UUID> recordings() throws IOException;

    void delete(UUID recording, UUID name) throws IOException;

    /** All of a recording. */
    void delete(UUID recording) throws IOException;

    /** Bytes that may still be written. */
    long free() throws IOException;

    /** There is no room left. */
    final class StorageFull extends IOException {
        private static final long serialVersionUID = 1L;

        public StorageFull() {
            super("no room left for recordings");
        }
    }
}
