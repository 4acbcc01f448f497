package health.consilium.conferencing.daily;

import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to whoever can sign: the signature is the only key. The body is read as it came, because it is what was signed. */
@Tag(name = "conferencing")
@RestController
class DailyWebhookController {
    static final String PATH = "/api/v1/conferencing/daily/webhook";
    private static final Logger log = LoggerFactory.getLogger(DailyWebhookController.class);
    private static final int LARGEST = 64 * 1024;

    private final ObjectProvider<DailySignature> signature;
    private final ObjectProvider<DailyNews> news;
    private final ProviderEvents events;

    DailyWebhookController(
            ObjectProvider<DailySignature> signature, ObjectProvider<DailyNews> news, ProviderEvents events) {
        this.signature = signature;
        this.news = news;
        this.events = events;
    }

    @Operation(
            operationId = "dailyWebhook",
            summary = "Daily tells who came, who left and what was recorded (header X-Webhook-Signature)")
    @PostMapping(PATH)
    Map<String, Object> take(HttpServletRequest request) throws IOException {
        DailySignature signed = signature.getIfAvailable();
        if (signed == null) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no hook for Daily here.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "A notice holds up to 64 kB.");
        }
        // Sent before there is a secret to sign with. It says nothing, and nothing comes of it.
        if (DailyNews.isTrial(body)) {
            return Map.of();
        }
        signed.check(request.getHeader("X-Webhook-Timestamp"), request.getHeader("X-Webhook-Signature"), body);
        news.getObject().read(body).ifPresent(event -> log.debug("Daily told of a room: {}", events.receive(event)));
        return Map.of();
    }
}
