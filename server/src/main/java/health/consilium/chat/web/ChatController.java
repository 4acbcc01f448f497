package health.consilium.chat.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.chat.ChatFrames;
import health.consilium.chat.store.AttachmentFiles;
import health.consilium.chat.store.Messages;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import health.consilium.signalling.frame.ServerFrame.Attachment;
import health.consilium.signalling.frame.ServerFrame.ChatMessage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "chat")
@RestController
@RequestMapping("/api/v1/consultations/{appointmentId}")
class ChatController {
    private static final int LONGEST_NAME = 120;
    /** So that nobody fills the disk: 50 of 10 MB. */
    private static final int MOST_FILES = 50;

    private final Consultations consultations;
    private final Messages messages;
    private final ChatFrames frames;
    private final AttachmentFiles files;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChatController(
            Consultations consultations,
            Messages messages,
            ChatFrames frames,
            AttachmentFiles files,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.consultations = consultations;
        this.messages = messages;
        this.frames = frames;
        this.files = files;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ShowsHealthData(Subject.CHAT)
    @Operation(operationId = "getChat", summary = "The messages of a consultation, oldest first")
    @GetMapping("/chat")
    List<ChatMessage> history(@PathVariable UUID appointmentId, CurrentUser who) {
        return messages.of(mine(appointmentId, who).id()).stream()
                .map(frames::of)
                .toList();
    }

    @Operation(operationId = "addAttachment", summary = "Uploads a picture or PDF up to 10 MB; send it with a message")
    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Attachment upload(@PathVariable UUID appointmentId, @RequestPart MultipartFile file, CurrentUser who)
            throws IOException {
        ConsultationView view = mine(appointmentId, who);
        if (view.ended()) {
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended.");
        }
        if (messages.attachments(view.id()) >= MOST_FILES) {
            throw new Problem(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "A consultation holds up to " + MOST_FILES + " files. It has that many.");
        }
        byte[] content = file.getBytes();
        Attachment attachment = new Attachment(
                UUID.randomUUID(), name(file.getOriginalFilename()), AttachmentFiles.typeOf(content), content.length);
        files.write(attachment.id(), content);
        try {
            transaction.executeWithoutResult(status -> keep(view, attachment, who));
        } catch (RuntimeException notKept) {
            files.delete(attachment.id());
            throw notKept;
        }
        return attachment;
    }

    private void keep(ConsultationView view, Attachment attachment, CurrentUser who) {
        messages.addAttachment(view.id(), who.id(), attachment, clock.instant());
        trail.record(AuditEntry.of(who.actor(), Action.CREATED, Subject.FILE, attachment.id())
                .about(view.patient().value()));
    }

    @ShowsHealthData(value = Subject.FILE, action = Action.DOWNLOADED, id = "attachmentId")
    @Operation(operationId = "getAttachment", summary = "Downloads an attachment")
    @GetMapping("/attachments/{attachmentId}")
    ResponseEntity<byte[]> download(
            @PathVariable UUID appointmentId, @PathVariable UUID attachmentId, CurrentUser who) {
        Attachment attachment = messages.attachment(mine(appointmentId, who).id(), attachmentId)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This file is not known here."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.read(attachment.id()));
    }

    private static String name(@Nullable String given) {
        String base =
                given == null ? "file" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = base.replaceAll("[\\p{Cntrl}\"]", "").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private ConsultationView mine(UUID appointmentId, CurrentUser who) {
        return consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }
}
