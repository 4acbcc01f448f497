package health.consilium.recording.web;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The recordings of the consultations in which somebody takes part. Unknown and foreign look the same. */
@Component
class OwnRecordings {
    private final Consultations consultations;
    private final RecordingStore recordings;

    OwnRecordings(Consultations consultations, RecordingStore recordings) {
        this.consultations = consultations;
        this.recordings = recordings;
    }

    /** @throws Problem NOT_FOUND */
    Recording one(UUID id, CurrentUser who) {
        return recordings
                .find(id)
                .filter(r -> consultations
                        .find(r.consultation())
                        .filter(view -> view.isParticipant(who.id()))
                        .isPresent())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording is not known here."));
    }

    /** Those that have recorded anything, oldest first. @throws Problem NOT_FOUND */
    List<Recording> of(UUID videoCall, CurrentUser who) {
        ConsultationView call = consultations
                .find(new ConsultationId(videoCall))
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(
                        () -> new Problem(ErrorCode.NOT_FOUND, "This call is not known here. Please check the link."));
        return recordings.begun(call.id());
    }
}
