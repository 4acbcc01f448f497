package health.consilium.conferencing;

import health.consilium.conferencing.spi.CloudRecording.Film;
import java.time.Duration;
import java.util.Optional;

/**
 * Records one room at its provider. Whether everybody agreed is the caller's business. Every method may throw Problem
 * PROVIDER_UNAVAILABLE, and may be called again.
 */
public interface RoomRecorder {
    /** The provider as people know it, for example Daily.co. */
    String service();

    /** Returns once the wish was passed on. */
    void start();

    /** Whether it records now; empty where that cannot be asked. */
    Optional<Boolean> isRecording();

    void stop();

    /** @throws health.consilium.kernel.Problem NOT_FOUND when it is not there and never will be */
    Film fetch(String recording);

    /** By how much a film may have begun after it says so. */
    Duration clockStep();

    void delete(String recording);
}
