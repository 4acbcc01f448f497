package health.consilium.recording.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import health.consilium.signalling.frame.ServerFrame.RecordingRules;
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
    public RecordingRules rules() {
        return frames.rules();
    }

    /** Only the doctor asks, and only from the room: before they have come the database need not be asked (ADR 9). */
    @Override
    public Optional<RecordingState> of(ConsultationView consultation) {
        return consultation.came().contains(consultation.doctor())
                ? store.latest(consultation.id()).map(frames::state)
                : Optional.empty();
    }

    Optional<Recording> find(ConsultationId consultation, UUID recording) {
        return store.find(recording).filter(r -> r.consultation().equals(consultation));
    }
}
