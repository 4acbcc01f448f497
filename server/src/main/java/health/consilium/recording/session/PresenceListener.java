package health.consilium.recording.session;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationView;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who comes and goes. In the transaction of the change and before pages are told of it, so that the recording has paused by
 * the time anybody without consent is there.
 */
@Component
class PresenceListener {
    private final Recordings recordings;

    PresenceListener(Recordings recordings) {
        this.recordings = recordings;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ConsultationChanged changed) {
        ConsultationView view = changed.view();
        if (!view.came().isEmpty()) {
            recordings.changed(view);
        }
    }
}
