package health.consilium.recording.session;

import health.consilium.identity.UserId;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.domain.Terms;
import health.consilium.recording.spi.SegmentStore;
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
    private final SegmentStore store;

    RecordingFrames(RecordingProperties settings, Service service, SegmentStore store) {
        this.settings = settings;
        this.service = service;
        this.store = store;
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
                word(r.terms().onWithdrawal()),
                r.terms().keptDays(),
                r.service(),
                word(r.terms().place()));
    }

    RecordingRules rules() {
        return new RecordingRules(
                word(settings.onWithdrawal()), settings.keptDays(), service.usual(), word(store.place()));
    }

    /** What a recording that is asked for now promises. */
    Terms terms() {
        return new Terms(settings.onWithdrawal(), settings.keptDays(), store.place());
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}
