package health.consilium.conferencing.spi;

import java.io.InputStream;

/** For a provider that records by itself. Whether everybody agreed is asked before, and not here. */
public interface CloudRecording {
    void start(Room room);

    /** Stopping what does not run is success. */
    void stop(Room room);

    /** The film; whoever asked closes it. */
    Film fetch(String recording);

    /** Deleting what is gone is success. */
    void delete(String recording);

    /**
     * A film that is on its way here.
     *
     * @param length in bytes
     * @param type its media type, for example {@code video/mp4}
     */
    record Film(InputStream bytes, long length, String type) {}
}
