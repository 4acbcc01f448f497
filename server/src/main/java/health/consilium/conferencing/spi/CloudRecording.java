package health.consilium.conferencing.spi;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For a provider that records by itself. Whether everybody agreed is asked before, and not here. */
public interface CloudRecording {
    /** The provider as people know it, for example Daily.co: they read it before they agree. */
    String service();

    /** Returns once the wish was passed on; whether it records, {@link #isRecording} says. */
    void start(Room room);

    /** Whether it records now; empty where that cannot be asked. */
    default Optional<Boolean> isRecording(Room room) {
        return Optional.empty();
    }

    /** Stopping what does not run is success. */
    void stop(Room room);

    /**
     * The film; whoever asked closes it.
     *
     * @throws health.consilium.kernel.Problem NOT_FOUND when it is not there and never will be
     */
    Film fetch(String recording);

    /** By how much a film may have begun after it says so: some services count in whole seconds. */
    default Duration clockStep() {
        return Duration.ZERO;
    }

    /** Deleting what is gone is success. */
    void delete(String recording);

    /**
     * A film that is on its way here.
     *
     * @param length in bytes
     * @param startedAt when its first picture was taken
     * @param type its media type, for example {@code video/mp4}
     */
    record Film(InputStream bytes, long length, String type, Instant startedAt, Duration duration) {
        /** The same, where it says to have begun less than a step of the service's clock before the service was told to. */
        public Film begunWhenTold(Instant told, Duration step) {
            return startedAt.isBefore(told) && startedAt.plus(step).isAfter(told)
                    ? new Film(bytes, length, type, told, duration)
                    : this;
        }
    }
}
