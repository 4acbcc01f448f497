package health.consilium.recording.spi;

import health.consilium.recording.Place;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/** Keeps encrypted segments under names of ours. */
public interface SegmentStore {
    /**
     * Writes it wholly or not at all; when this returns, it survives a crash of the machine. The same again changes nothing.
     *
     * @throws StorageFull when there is no room, or none left beside the reserve
     * @throws java.nio.file.FileAlreadyExistsException when there is something else of that name
     * @throws StoreAway when the store does not answer, or not as it should
     */
    void write(UUID recording, UUID name, byte[] content) throws IOException;

    /**
     * Whole: a part of what is sealed cannot be opened.
     *
     * @throws java.nio.file.NoSuchFileException when there is none of that name
     * @throws StoreAway when the store does not answer: nothing is said about what it holds
     */
    byte[] read(UUID recording, UUID name) throws IOException;

    Set<UUID> names(UUID recording) throws IOException;

    Set<UUID> recordings() throws IOException;

    void delete(UUID recording, UUID name) throws IOException;

    /** All of a recording. */
    void delete(UUID recording) throws IOException;

    /** Where it keeps them: people read it before they agree. */
    Place place();

    /** Bytes that may still be written. @throws StoreAway when nothing can be written now */
    long free() throws IOException;

    /** There is no room left. */
    final class StorageFull extends IOException {
        private static final long serialVersionUID = 1L;

        public StorageFull() {
            super("no room left for recordings");
        }
    }

    /** The store does not answer. What it holds is not lost by that. */
    final class StoreAway extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param how it shows; holds no name of an object and no key */
        public StoreAway(String how) {
            super(how);
        }
    }
}
