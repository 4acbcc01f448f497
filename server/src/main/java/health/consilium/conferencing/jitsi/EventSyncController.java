package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.EventSync.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prosody's event_sync tells; the header Authorization holds the agreed secret. */
@Tag(name = "conferencing")
@RestController
@RequestMapping("/api/v1/conferencing/jitsi/events")
class EventSyncController {
    private final JitsiProperties settings;
    private final EventSync sync;

    EventSyncController(JitsiProperties settings, EventSync sync) {
        this.settings = settings;
        this.sync = sync;
    }

    @Operation(operationId = "jitsiRoomCreated", summary = "Jitsi tells that a room is there")
    @PostMapping("/room/created")
    Map<String, Object> roomCreated(HttpServletRequest request) throws IOException {
        return take(Kind.ROOM_CREATED, request);
    }

    @Operation(operationId = "jitsiRoomDestroyed", summary = "Jitsi tells that a room is gone, and who was in it")
    @PostMapping("/room/destroyed")
    Map<String, Object> roomDestroyed(HttpServletRequest request) throws IOException {
        return take(Kind.ROOM_DESTROYED, request);
    }

    @Operation(operationId = "jitsiOccupantJoined", summary = "Jitsi tells that somebody came in")
    @PostMapping("/occupant/joined")
    Map<String, Object> occupantJoined(HttpServletRequest request) throws IOException {
        return take(Kind.OCCUPANT_JOINED, request);
    }

    @Operation(operationId = "jitsiOccupantLeft", summary = "Jitsi tells that somebody is gone")
    @PostMapping("/occupant/left")
    Map<String, Object> occupantLeft(HttpServletRequest request) throws IOException {
        return take(Kind.OCCUPANT_LEFT, request);
    }

    private Map<String, Object> take(Kind kind, HttpServletRequest request) throws IOException {
        SharedSecret.demand(settings.eventsSecret(), request.getHeader("Authorization"));
        return Map.of("news", sync.take(kind, Notices.read(request)));
    }
}
