package health.consilium.consultation.web;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.Entry;
import health.consilium.consultation.domain.Phase;
import health.consilium.consultation.service.ConsultationService;
import health.consilium.consultation.store.Stored;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The contract that existing front ends rely on (rows H1, H2 and H4). */
@Tag(name = "video-call")
@RestController
@RequestMapping("/api/v1")
class VideoCallController {
    private final Consultations consultations;
    private final ConsultationService service;

    VideoCallController(Consultations consultations, ConsultationService service) {
        this.consultations = consultations;
        this.service = service;
    }

    record CreateRoom(@NotNull UUID appointmentId) {}

    record CreatedRoom(String roomUrl, String token, UUID videoCallId, Instant expiresAt) {}

    @Operation(operationId = "createRoom", summary = "H1: the room of an appointment and the caller's own token")
    @PostMapping("/video-call/create-room")
    CreatedRoom createRoom(@Valid @RequestBody CreateRoom body, CurrentUser who) {
        Entry entry = consultations.enter(new AppointmentId(body.appointmentId()), who);
        return new CreatedRoom(
                VideoCall.absolute(origin(), entry.grant().roomUrl()),
                entry.grant().token().reveal(),
                entry.consultation().id().value(),
                entry.grant().expiresAt());
    }

    @Operation(operationId = "createRoomAlias", summary = "H1 under its second name")
    @PostMapping("/video/create-room")
    CreatedRoom createRoomAlias(@Valid @RequestBody CreateRoom body, CurrentUser who) {
        return createRoom(body, who);
    }

    @Operation(operationId = "endVideoCall", summary = "H2: ends the call for everybody; again: the ended call")
    @PatchMapping("/video-call/{videoCallId}/end")
    VideoCall end(@PathVariable UUID videoCallId, CurrentUser who) {
        Stored stored = mine(videoCallId, who);
        if (!(stored.consultation().phase() instanceof Phase.Ended)) {
            consultations.end(stored.consultation().id(), who);
        }
        return get(videoCallId, who);
    }

    @ShowsHealthData(value = Subject.CALL, id = "videoCallId")
    @Operation(operationId = "getVideoCall", summary = "H4: the call")
    @GetMapping("/video-call/{videoCallId}")
    VideoCall get(@PathVariable UUID videoCallId, CurrentUser who) {
        Stored stored = mine(videoCallId, who);
        return VideoCall.of(stored, service.roomOf(stored.consultation().id()).orElse(null), origin());
    }

    /** Unknown and foreign look the same. */
    private Stored mine(UUID id, CurrentUser who) {
        return service.find(new ConsultationId(id))
                .filter(stored -> stored.consultation().isParticipant(who.id()))
                .orElseThrow(
                        () -> new Problem(ErrorCode.NOT_FOUND, "This call is not known here. Please check the link."));
    }

    private static String origin() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
