package health.consilium.recording.session;

import health.consilium.conferencing.RoomRecorder;
import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.RecordingRight;
import health.consilium.consultation.ConsultationId;
import health.consilium.recording.Capture;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether the service that carries the call records instead of a page, and telling it when. */
@Component
class Service implements RecordingRight {
    private final RecordingProperties settings;
    private final Rooms rooms;
    private final ApplicationEventPublisher events;

    Service(RecordingProperties settings, Rooms rooms, ApplicationEventPublisher events) {
        this.settings = settings;
        this.rooms = rooms;
        this.events = events;
    }

    /** The one that would record this consultation; null: a page does. */
    @Nullable
    String of(ConsultationId consultation) {
        return settings.capture() == Capture.PAGE
                ? null
                : rooms.recorder(consultation.value())
                        .map(RoomRecorder::service)
                        .orElse(null);
    }

    /** The one that records new consultations here; null: a page does. */
    @Nullable
    String usual() {
        return settings.capture() == Capture.PAGE
                ? null
                : rooms.recordingService().orElse(null);
    }

    @Override
    public boolean ofProviders() {
        return settings.enabled() && settings.capture() == Capture.PROVIDER;
    }

    /** In the transaction of the change; the service hears of it once that is committed. */
    void changed(Recording before, Recording next) {
        boolean turned = (before.phase() == Phase.RECORDING) != (next.phase() == Phase.RECORDING);
        if (next.service() != null && turned) {
            events.publishEvent(new ServiceTurn(next.id()));
        }
    }
}
