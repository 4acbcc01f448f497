package health.consilium.conferencing.jitsi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What Prosody's mod_reservations asks. Its answers have its form and no envelope; a refusal's "message" reaches the person. */
@Tag(name = "conferencing")
@RestController
class ReservationController {
    private static final String PATH = "/api/v1/conferencing/jitsi/conference";
    /** Who asks for a conference by its id wants to read some owner, and uses it for nothing. */
    private static final String NOBODY = "consilium";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JitsiProperties settings;
    private final Reservations reservations;

    ReservationController(JitsiProperties settings, Reservations reservations) {
        this.settings = settings;
        this.reservations = reservations;
    }

    @Operation(
            operationId = "jitsiReserve",
            summary = "Jitsi asks whether a room may be (form; header Authorization holds the agreed secret)")
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> reserve(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "mail_owner", defaultValue = NOBODY) String owner) {
        SharedSecret.demand(settings.reservationsSecret(), authorization);
        return plain(reservations.conference(name, owner));
    }

    @Operation(operationId = "jitsiReservation", summary = "Jitsi asks for a conference by its id")
    @GetMapping(path = PATH + "/{conferenceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> reservation(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String conferenceId) {
        SharedSecret.demand(settings.reservationsSecret(), authorization);
        return plain(reservations.conference(conferenceId, NOBODY));
    }

    /** Nothing is kept that would have to go: whether a room may be is asked anew each time. */
    @Operation(operationId = "jitsiRelease", summary = "Jitsi says that a conference is gone")
    @DeleteMapping(PATH + "/{conferenceId}")
    Map<String, Object> release(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String conferenceId) {
        SharedSecret.demand(settings.reservationsSecret(), authorization);
        return Map.of();
    }

    private static ResponseEntity<byte[]> plain(Map<String, Object> conference) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(conference));
    }
}
