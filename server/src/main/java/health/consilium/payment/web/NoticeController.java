package health.consilium.payment.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.desk.Ways;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.PaymentDesk;
import health.consilium.payment.spi.PaymentProvider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to everybody who can sign: the signature is the only key. The body is read as it came, because it is what was signed. */
@Tag(name = "payment")
@RestController
class NoticeController {
    private static final int LARGEST = 256 * 1024;

    private final Ways ways;
    private final PaymentDesk desk;

    NoticeController(Ways ways, PaymentDesk desk) {
        this.ways = ways;
        this.desk = desk;
    }

    @Operation(operationId = "stripeWebhook", summary = "Stripe tells what happened (header Stripe-Signature)")
    @PostMapping("/api/v1/payment/stripe/webhook")
    Map<String, Object> stripe(HttpServletRequest request) throws IOException {
        return take("stripe", request);
    }

    @Operation(
            operationId = "paymentHook",
            summary = "A payment system of one's own tells what was paid or refunded (Standard Webhooks)")
    @PostMapping("/api/v1/payment/hook")
    Map<String, Object> hook(HttpServletRequest request) throws IOException {
        return take("hook", request);
    }

    private Map<String, Object> take(String name, HttpServletRequest request) throws IOException {
        PaymentProvider way = ways.named(name)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no hook for payments here."));
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "A notice holds up to 256 kB.");
        }
        Notice notice = way.verify(request::getHeader, body);
        desk.take(name, notice);
        return Map.of();
    }
}
