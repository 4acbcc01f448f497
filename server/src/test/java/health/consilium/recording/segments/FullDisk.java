package health.consilium.recording.segments;

import health.consilium.recording.Place;
import health.consilium.recording.spi.SegmentStore;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file system, which a test may declare full, or failing for parts of one recording. */
public final class FullDisk implements SegmentStore {
    private final SegmentStore files;
    private volatile boolean full;
    private volatile @Nullable UUID failing;

    FullDisk(SegmentStore files) {
        this.files = files;
    }

    public void full(boolean now) {
        full = now;
    }

    /** @param recording whose parts it does not sync; null: it syncs all */
    public void failing(@Nullable UUID recording) {
        failing = recording;
    }

    @Override
    public void write(UUID recording, UUID name, byte[] content) throws IOException {
        if (full) {
            throw new StorageFull();
        }
        if (recording.equals(failing)) {
            throw new IOException("Input/output error");
        }
        files.write(recording, name, content);
    }

    @Override
    public byte[] read(UUID recording, UUID name) throws IOException {
        return files.read(recording, name);
    }

    @Override
    public Set<UUID> names(UUID recording) throws IOException {
        return files.names(recording);
    }

    @Override
    public Set<UUID> recordings() throws IOException {
        return files.recordings();
    }

    @Override
    public void delete(UUID recording, UUID name) throws IOException {
        files.delete(recording, name);
    }

    @Override
    public void delete(UUID recording) throws IOException {
        files.delete(recording);
    }

    @Override
    public Place place() {
        return files.place();
    }

    @Override
    public long free() throws IOException {
        return full ? 0 : files.free();
    }
}
