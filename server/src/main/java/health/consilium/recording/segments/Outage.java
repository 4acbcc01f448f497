package health.consilium.recording.segments;

import health.consilium.recording.RecordingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Since when nothing could be stored. A short outage harms nothing: pages keep what they recorded and send it again. */
@Component
class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final Duration patience;
    private final Clock clock;
    private @Nullable Instant since;

    Outage(RecordingProperties settings, Clock clock) {
        this.patience = settings.awayAfter();
        this.clock = clock;
    }

    /** @return whether it has lasted too long: who believes that they are recorded must hear that they are not */
    synchronized boolean failed(Exception how) {
        if (since == null) {
            since = clock.instant();
            log.warn(
                    "parts of recordings cannot be stored: {} {}",
                    how.getClass().getSimpleName(),
                    how.getMessage());
        }
        return !clock.instant().isBefore(since.plus(patience));
    }

    synchronized void stored() {
        if (since != null) {
            log.info("parts of recordings are stored again, after {}", Duration.between(since, clock.instant()));
            since = null;
        }
    }
}
