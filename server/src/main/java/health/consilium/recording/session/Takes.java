package health.consilium.recording.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.TakeStore;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes: unbroken runs of one recorder. */
@Component
class Takes {
    private static final Pattern TYPE = Pattern.compile("video/(webm|mp4)(;codecs=[A-Za-z0-9.,\" ]{1,60})?");

    /** More often than any page is loaded anew, or loses its connection, in a consultation. */
    static final int MOST = 200;

    private final Recordings recordings;
    private final RecordingStore store;
    private final TakeStore takes;
    private final Clock clock;

    Takes(Recordings recordings, RecordingStore store, TakeStore takes, Clock clock) {
        this.recordings = recordings;
        this.store = store;
        this.takes = takes;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, NOT_RECORDER, UNSUPPORTED_MEDIA_TYPE */
    @Transactional
    public int open(UUID recording, ConsultationId consultation, UserId who, String mimeType) {
        recordings.own(recording, consultation);
        store.lock(consultation);
        Recording r = recordings.own(recording, consultation);
        boolean going = r.phase() == Phase.RECORDING || r.phase() == Phase.PAUSED;
        if (!going || !r.recorder().filter(who::equals).isPresent()) {
            throw new Problem(ErrorCode.NOT_RECORDER, "This page does not record.");
        }
        if (!TYPE.matcher(mimeType).matches()) {
            throw new Problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This kind of recording cannot be kept here.");
        }
        if (takes.of(recording).size() >= MOST) {
            throw new Problem(ErrorCode.NOT_RECORDER, "This recording has begun anew too often. Please ask again.");
        }
        return takes.open(recording, who, mimeType, clock.instant());
    }
}
