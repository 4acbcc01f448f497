package health.consilium.recording.session;

import health.consilium.identity.UserId;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.signalling.frame.ServerFrame.RecordingAnswer;
import health.consilium.signalling.frame.ServerFrame.RecordingRules;
import health.consilium.signalling.frame.ServerFrame.RecordingState;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says a recording in the words of the protocol. */
@Component
class RecordingFrames {
    private final RecordingProperties settings;
    private final Service service;

    RecordingFrames(RecordingProperties settings, Service service) {
        this.settings = settings;
        this.service = service;
    }

    RecordingState state(Recording r) {
        return new RecordingState(
                r.id(),
                r.phase().name(),
                r.recorder().map(UserId::value).orElse(null),
                r.answers().entrySet().stream()
                        .map(said -> new RecordingAnswer(
                                said.getKey().value(), said.getValue().name()))
                        .sorted(Comparator.comparing(RecordingAnswer::participant))
                        .toList(),
                r.startedAt(),
                r.reason() == null ? null : r.reason().name(),
                r.wording(),
                rules().onWithdrawal(),
                rules().keptDays(),
                r.service());
    }

    RecordingRules rules() {
        return new RecordingRules(
                settings.onWithdrawal().name().toLowerCase(Locale.ROOT), settings.keptDays(), service.usual());
    }
}
