package health.consilium.recording.web;

import health.consilium.consultation.Consultations;
import health.consilium.identity.spi.LinkReach;
import health.consilium.recording.store.RecordingStore;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A recording belongs to whoever came in by a link of its appointment. */
@Component
class RecordingsOfALink implements LinkReach {
    private static final Pattern RECORDING =
            Pattern.compile("/api/v1/recordings/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?");

    /** The filter chain is made before everything else. */
    private final ObjectProvider<RecordingStore> recordings;

    private final ObjectProvider<Consultations> consultations;

    RecordingsOfALink(ObjectProvider<RecordingStore> recordings, ObjectProvider<Consultations> consultations) {
        this.recordings = recordings;
        this.consultations = consultations;
    }

    @Override
    public boolean reaches(String path, UUID appointment) {
        Matcher recording = RECORDING.matcher(path);
        return recording.matches()
                && recordings
                        .getObject()
                        .find(UUID.fromString(recording.group(1)))
                        .flatMap(found -> consultations.getObject().find(found.consultation()))
                        .filter(view -> view.appointment().value().equals(appointment))
                        .isPresent();
    }
}
