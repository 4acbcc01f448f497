package health.consilium.recording.media;

import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.store.FilmStore;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Recordings that are over and complete are read once, soon after, whoever watches them later and after whatever crash. */
@Component
class FilmSealing {
    private static final Logger log = LoggerFactory.getLogger(FilmSealing.class);
    private static final long EVERY_MS = 20_000;

    private final FilmStore store;
    private final Films films;
    private final RecordingProperties settings;
    private final Clock clock;

    FilmSealing(FilmStore store, Films films, RecordingProperties settings, Clock clock) {
        this.store = store;
        this.films = films;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = EVERY_MS, fixedDelay = EVERY_MS)
    void sealWhatIsComplete() {
        for (UUID recording : store.unsealed(clock.instant().minus(settings.uploadWithin()))) {
            try {
                films.seal(recording);
            } catch (Problem erasedOrAway) {
                log.debug("recording {} is not sealed now: {}", recording, erasedOrAway.code());
            } catch (IOException e) {
                log.warn(
                        "recording {} could not be read: {}",
                        recording,
                        e.getClass().getSimpleName());
            }
        }
    }
}
