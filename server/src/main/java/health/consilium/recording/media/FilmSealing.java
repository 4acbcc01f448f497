package health.consilium.recording.media;

import health.consilium.consultation.Consultations;
import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.RecordingReady;
import health.consilium.recording.store.FilmStore;
import health.consilium.recording.store.RecordingStore;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Recordings that are over and complete are read once, soon after, whoever watches them later and after whatever crash. */
@Component
class FilmSealing {
    private static final Logger log = LoggerFactory.getLogger(FilmSealing.class);
    private static final long EVERY_MS = 20_000;

    private final FilmStore store;
    private final Films films;
    private final RecordingStore recordings;
    private final Consultations consultations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RecordingProperties settings;
    private final Clock clock;

    FilmSealing(
            FilmStore store,
            Films films,
            RecordingStore recordings,
            Consultations consultations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RecordingProperties settings,
            Clock clock) {
        this.store = store;
        this.films = films;
        this.recordings = recordings;
        this.consultations = consultations;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = EVERY_MS, fixedDelay = EVERY_MS)
    void sealWhatIsComplete() {
        for (UUID recording : store.unsealed(clock.instant().minus(settings.uploadWithin()))) {
            try {
                seal(films.read(recording));
            } catch (Problem erasedOrAway) {
                log.debug("recording {} is not sealed now: {}", recording, erasedOrAway.code());
            } catch (IOException e) {
                log.warn(
                        "recording {} could not be read: {}",
                        recording,
                        e.getClass().getSimpleName());
            } catch (RuntimeException odd) {
                // What somebody's browser wrote must not keep the films of others back.
                log.error("recording {} could not be sealed", recording, odd);
            }
        }
    }

    /** Kept and told together: after a crash in between it is read again, and whoever was told already is not told twice. */
    private void seal(Films.Found found) {
        transaction.executeWithoutResult(status -> {
            films.seal(found);
            if (found.playable()) {
                recordings
                        .find(found.recording())
                        .flatMap(recording -> consultations.find(recording.consultation()))
                        .map(view -> new RecordingReady(
                                found.recording(), view.appointment(), view.patient(), view.doctor()))
                        .ifPresent(events::publishEvent);
            }
        });
    }
}
