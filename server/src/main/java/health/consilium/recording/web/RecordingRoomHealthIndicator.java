package health.consilium.recording.web;

import health.consilium.recording.RecordingProperties;
import health.consilium.recording.session.Room;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** F13: without room for recordings, or without what keeps them, the server is still ready for calls, but says that something is missing. */
@Component
class RecordingRoomHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final RecordingProperties settings;
    private final Room room;

    RecordingRoomHealthIndicator(RecordingProperties settings, Room room) {
        this.settings = settings;
        this.room = room;
    }

    @Override
    public Health health() {
        boolean well = !settings.enabled() || room.standing() == Room.Standing.WELL;
        return Health.status(well ? Status.UP : DEGRADED).build();
    }
}
