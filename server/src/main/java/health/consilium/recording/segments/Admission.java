package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.TakeStore;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may add to a recording, and until when: whoever recorded the take, for a day after the end. */
@Component
class Admission {
    private final RecordingStore recordings;
    private final TakeStore takes;
    private final RecordingProperties settings;
    private final Clock clock;

    Admission(RecordingStore recordings, TakeStore takes, RecordingProperties settings, Clock clock) {
        this.recordings = recordings;
        this.takes = takes;
        this.settings = settings;
        this.clock = clock;
    }

    Recording admit(UUID id, int take, UserId who) {
        if (!takes.recorder(id, take).filter(who::equals).isPresent()) {
            throw new Problem(ErrorCode.NOT_FOUND, "This take is not known here.");
        }
        Recording recording = recordings.find(id).orElseThrow();
        if (recording.phase() == Phase.DELETED || late(id)) {
            throw new Problem(ErrorCode.RECORDING_UNAVAILABLE, "This recording takes nothing in any more.");
        }
        return recording;
    }

    /** Nothing of it is taken in any more. */
    boolean late(UUID id) {
        Instant end = recordings.stoppedAt(id).orElse(Instant.MAX);
        return end.isBefore(clock.instant().minus(settings.uploadWithin()));
    }
}
