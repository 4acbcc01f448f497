package health.consilium.chat.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.chat.ChatFrames;
import health.consilium.chat.store.Messages;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.Outbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A7: the clinic says something to both people of a call that goes on. It is told nothing of what they say. */
@Tag(name = "admin")
@RestController
class ClinicMessageController {
    private final Consultations consultations;
    private final Messages messages;
    private final ChatFrames frames;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    ClinicMessageController(
            Consultations consultations,
            Messages messages,
            ChatFrames frames,
            Outbox outbox,
            AuditTrail trail,
            Clock clock) {
        this.consultations = consultations;
        this.messages = messages;
        this.frames = frames;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param key of the sender's: sending twice stores once */
    record ClinicMessage(
            @NotNull UUID key, @NotBlank @Size(max = 500) String text) {}

    @Operation(
            operationId = "messageLiveCall",
            summary = "Administrators: a short message to both people of a call that goes on; it stands in their chat")
    @PostMapping("/api/v1/admin/live/{appointmentId}/messages")
    @Transactional
    Map<String, Object> send(
            @PathVariable UUID appointmentId, @Valid @RequestBody ClinicMessage body, CurrentUser who) {
        ConsultationView view = consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This call is not known here."));
        if (view.ended()) {
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended.");
        }
        if (view.present().isEmpty()) {
            throw new Problem(ErrorCode.NOT_IN_CALL, "Nobody is in this call now, so nobody would read it.");
        }
        String text = body.text().replace("\0", "").strip();
        Messages.Stored stored = messages.store(view.id(), who.id(), body.key(), text, null, clock.instant());
        if (stored.fresh()) {
            trail.record(AuditEntry.of(who.actor(), Action.SENT, Subject.CHAT, appointmentId)
                    .about(view.patient().value()));
        }
        // Told again as well: pages show one message once, and who asks twice may have met a broken line.
        outbox.toAll(view.id(), new ServerFrame.ChatMessageFrame(frames.of(stored.message())));
        return Map.of();
    }
}
