package health.consilium.signalling.spi;

import health.consilium.consultation.ConsultationView;
import health.consilium.signalling.frame.ServerFrame.RecordingRules;
import health.consilium.signalling.frame.ServerFrame.RecordingState;
import java.util.Optional;

/** What a page that begins has to know about recording. */
public interface RecordingStates {
    /** Whether the doctor may ask to record at all. */
    boolean available();

    /** What the clinic does with every recording. */
    RecordingRules rules();

    /** How the latest recording of the consultation stands. */
    Optional<RecordingState> of(ConsultationView consultation);
}
