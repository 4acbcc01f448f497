package health.consilium.recording.cloud;

import health.consilium.conferencing.Rooms;
import health.consilium.kernel.Problem;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.CloudRuns.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A service only takes the wish to record, and may never begin. It is asked until it does; where it does not, the recording is
 * over and says so: nobody should talk for an hour believing to be recorded.
 */
@Component
class CloudStart {
    static final Duration BEGINS_WITHIN = Duration.ofSeconds(20);
    /** So long it may be silent about it. */
    static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(CloudStart.class);

    private final CloudRuns runs;
    private final Rooms rooms;
    private final Recordings decisions;
    private final Clock clock;

    CloudStart(CloudRuns runs, Rooms rooms, Recordings decisions, Clock clock) {
        this.runs = runs;
        this.rooms = rooms;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void seeWhetherItBegan() {
        runs.unsure().forEach(this::look);
    }

    private void look(Run run) {
        try {
            // Where it cannot be asked, the page that records tells of it.
            Optional<Boolean> records =
                    rooms.recorder(run.consultation().value()).orElseThrow().isRecording();
            if (records.orElse(true)) {
                runs.sure(run, clock.instant());
            } else {
                waitedFor(run, BEGINS_WITHIN);
            }
        } catch (Problem away) {
            waitedFor(run, ANSWERS_WITHIN);
        } catch (RuntimeException ours) {
            log.error("recording {}: whether the service began could not be seen", run.recording(), ours);
        }
    }

    private void waitedFor(Run run, Duration longest) {
        boolean over = !run.beganAt().plus(longest).isAfter(clock.instant());
        boolean still = runs.running(run.recording())
                .filter(now -> now.take() == run.take())
                .isPresent();
        if (over && still) {
            log.warn("recording {}: the service did not begin to record", run.recording());
            decisions.serviceFailed(run.consultation());
        }
    }
}
