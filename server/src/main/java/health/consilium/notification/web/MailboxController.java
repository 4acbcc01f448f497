package health.consilium.notification.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.notification.mail.Opened;
import health.consilium.notification.store.MailboxStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Demo only: the mails that made-up people got. Open to everybody, as everybody may be each of them there. */
@Tag(name = "mailbox")
@RestController
@ConditionalOnProperty(name = "consilium.mode", havingValue = "demo")
@RequestMapping("/api/v1/demo/mailbox")
class MailboxController {
    private static final int SHOWN = 100;

    /** What a mail may do in a browser: look as it should, and lead to a page of its own when its button is pressed. */
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final MailboxStore mailbox;

    MailboxController(MailboxStore mailbox) {
        this.mailbox = mailbox;
    }

    record KeptMail(UUID id, Instant at, String to, String subject) {}

    record KeptFile(int number, String name, String type, int size) {}

    record WholeMail(
            UUID id,
            Instant at,
            String from,
            String to,
            String subject,
            String text,
            String calendarMethod,
            List<KeptFile> files) {}

    @Operation(operationId = "listMailbox", summary = "Demo only: the latest mails, newest first")
    @GetMapping
    List<KeptMail> list() {
        return mailbox.latest(SHOWN).stream()
                .map(kept -> {
                    Opened mail = Opened.of(kept.mime());
                    return new KeptMail(kept.id(), kept.at(), mail.to(), mail.subject());
                })
                .toList();
    }

    @Operation(operationId = "getMail", summary = "Demo only: one mail, as plain text, and which files came with it")
    @GetMapping("/{mailId}")
    WholeMail get(@PathVariable UUID mailId) {
        MailboxStore.Kept kept = kept(mailId);
        Opened mail = Opened.of(kept.mime());
        return new WholeMail(
                kept.id(),
                kept.at(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.calendarMethod(),
                IntStream.range(0, mail.files().size())
                        .mapToObj(number -> {
                            Opened.File file = mail.files().get(number);
                            return new KeptFile(number, file.name(), file.type(), file.content().length);
                        })
                        .toList());
    }

    @Operation(
            operationId = "getMailPage",
            summary = "Demo only: one mail as it looks, for a frame that may run nothing")
    @GetMapping(path = "/{mailId}/page", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable UUID mailId, HttpServletResponse response) {
        String html = Opened.of(kept(mailId).mime()).html();
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    @Operation(operationId = "getMailFile", summary = "Demo only: a file that came with a mail")
    @GetMapping(path = "/{mailId}/files/{number}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> file(@PathVariable UUID mailId, @PathVariable int number) {
        List<Opened.File> files = Opened.of(kept(mailId).mime()).files();
        if (number < 0 || number >= files.size()) {
            throw unknown();
        }
        Opened.File file = files.get(number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }

    private MailboxStore.Kept kept(UUID id) {
        return mailbox.find(id).orElseThrow(MailboxController::unknown);
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This mail is not here any more. The demo keeps the latest ones only.");
    }
}
