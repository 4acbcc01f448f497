package health.consilium.conferencing;

import health.consilium.conferencing.spi.CloudRecording.Film;

/**
 * Records one room at its provider. Whether everybody agreed is the caller's business. Every method may throw Problem
 * PROVIDER_UNAVAILABLE, and may be called again.
 */
public interface RoomRecorder {
    /** The provider as people know it, for example Daily.co. */
    String service();

    void start();

    void stop();

    Film fetch(String recording);

    void delete(String recording);
}
