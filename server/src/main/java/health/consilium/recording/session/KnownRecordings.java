package health.consilium.recording.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import health.consilium.signalling.frame.ServerFrame.RecordingState;
import health.consilium.signalling.spi.RecordingStates;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class KnownRecordings implements RecordingStates {
    private final RecordingProperties settings;
    private final RecordingStore store;
    private final RecordingFrames frames;

    KnownRecordings(RecordingProperties settings, RecordingStore store, RecordingFrames frames) {
        this.settings = settings;
        this.store = store;
        this.frames = frames;
    }

    @Override
    public boolean available() {
        return settings.enabled();
    }

    @Override
    public Optional<RecordingState> of(ConsultationId consultation) {
        return store.latest(consultation).map(frames::state);
    }

    Optional<Recording> find(ConsultationId consultation, UUID recording) {
        return store.find(recording).filter(r -> r.consultation().equals(consultation));
    }
}
