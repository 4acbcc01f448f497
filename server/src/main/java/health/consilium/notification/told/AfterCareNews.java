package health.consilium.notification.told;

import health.consilium.identity.UserId;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.prescription.PrescriptionSigned;
import health.consilium.recording.RecordingReady;
import health.consilium.summary.FollowUpProposed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What comes after a consultation. */
@Component
class AfterCareNews {
    private final Postbox postbox;
    private final Clock clock;

    AfterCareNews(Postbox postbox, Clock clock) {
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Each version is told once: a correction is as important as what it corrects. */
    @EventListener
    void on(PrescriptionSigned signed) {
        Instant now = clock.instant();
        postbox.post(new Posting(
                Kind.PRESCRIPTION_READY,
                signed.appointment(),
                signed.prescription(),
                signed.version(),
                signed.patient(),
                now,
                now.plus(ConsultationNews.KNOWN),
                ""));
    }

    /** Those two alone may watch it. */
    @EventListener
    void on(RecordingReady ready) {
        Instant now = clock.instant();
        for (UserId person : List.of(ready.patient(), ready.doctor())) {
            postbox.post(new Posting(
                    Kind.RECORDING_READY,
                    ready.appointment(),
                    ready.recording(),
                    0,
                    person,
                    now,
                    now.plus(ConsultationNews.KNOWN),
                    ""));
        }
    }

    @EventListener
    void on(FollowUpProposed proposed) {
        Instant now = clock.instant();
        postbox.post(Posting.about(
                Kind.FOLLOW_UP, proposed.appointment(), 0, proposed.patient(), now, now.plus(ConsultationNews.KNOWN)));
    }
}
