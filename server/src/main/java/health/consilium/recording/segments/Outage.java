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

    /** Nobody sent anything for so long: whether it went on meanwhile nobody knows, so it begins anew. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Duration patience;
    private final Clock clock;
    private @Nullable Instant since;
    private @Nullable Instant last;

    Outage(RecordingProperties settings, Clock clock) {
        this.patience = settings.awayAfter();
        this.clock = clock;
    }

    /** @return whether it has lasted too long: who believes that they are recorded must hear that they are not */
    synchronized boolean failed(Exception how) {
        Instant now = clock.instant();
        if (last != null && now.isAfter(last.plus(patience).plus(FORGOTTEN))) {
            since = null;
        }
        last = now;
        if (since == null) {
            since = now;
            log.warn(
                    "parts of recordings cannot be stored: {} {}",
                    how.getClass().getSimpleName(),
                    how.getMessage());
        }
        return !now.isBefore(since.plus(patience));
    }

    synchronized void stored() {
        if (since != null) {
            log.info("parts of recordings are stored again, after {}", Duration.between(since, clock.instant()));
            since = null;
        }
    }
}
