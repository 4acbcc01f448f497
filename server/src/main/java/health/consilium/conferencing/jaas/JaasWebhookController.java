package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.Notices;
import health.consilium.conferencing.jitsi.SharedSecret;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What 8x8 tells; the header Authorization, as it was set in the console, holds the agreed secret. */
@Tag(name = "conferencing")
@RestController
class JaasWebhookController {
    private final JaasProperties settings;
    private final ObjectProvider<JaasNews> news;

    JaasWebhookController(JaasProperties settings, ObjectProvider<JaasNews> news) {
        this.settings = settings;
        this.news = news;
    }

    @Operation(
            operationId = "jaasWebhook",
            summary = "JaaS tells what happened in a room (header Authorization holds the agreed secret)")
    @PostMapping("/api/v1/conferencing/jaas/webhook")
    Map<String, Object> take(HttpServletRequest request) throws IOException {
        SharedSecret.demand(settings.webhookSecret(), request.getHeader("Authorization"));
        JaasNews desk = news.getIfAvailable(() -> {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no such thing here.");
        });
        return Map.of("news", desk.take(Notices.read(request)));
    }
}
