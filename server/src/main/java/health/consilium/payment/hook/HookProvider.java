package health.consilium.payment.hook;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.spi.CheckoutOrder;
import health.consilium.payment.spi.News;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.NoticeHeaders;
import health.consilium.payment.spi.OpenedCheckout;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.spi.ProviderAway;
import health.consilium.payment.spi.RefundAnswer;
import health.consilium.payment.spi.RefundOrder;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A payment system of somebody's own. It tells us what was paid and refunded; we ask nothing of it. */
@Component
public final class HookProvider implements PaymentProvider {
    public static final String NAME = "hook";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HookProperties settings;
    private final HookSignature signature;

    public HookProvider(HookProperties settings, Clock clock) {
        this.settings = settings;
        this.signature = new HookSignature(settings.secrets(), clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean opensCheckouts() {
        return false;
    }

    @Override
    public boolean refundsByItself() {
        return false;
    }

    @Override
    public OpenedCheckout open(CheckoutOrder order) {
        throw new ProviderAway("there is no page to pay on");
    }

    @Override
    public void close(String session) {
        // There is none.
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
        return new RefundAnswer(RefundAnswer.State.REFUSED, null, "by hand");
    }

    @Override
    public Notice verify(NoticeHeaders headers, byte[] body) {
        if (settings.secrets().isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no hook for payments here.");
        }
        String id = signature.check(headers, body);
        try {
            return new Notice(id, news(JSON.readTree(body)));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    private static News news(JsonNode told) {
        UUID appointment = UUID.fromString(told.path("appointment").asString(""));
        String reference = told.path("reference").asString("");
        String currency = told.path("currency").asString("");
        JsonNode amount = told.path("amountMinor");
        boolean readable = reference.matches("\\S{1,200}") && currency.matches("[A-Z]{3}") && amount.isIntegralNumber();
        if (!readable || amount.asLong() < 0) {
            throw unreadable();
        }
        return switch (told.path("status").asString("")) {
            case "paid" -> new News.MoneyCame(appointment, null, null, reference, amount.asLong(), currency, null);
            case "refunded" -> new News.MoneyReturned(reference, null, amount.asLong(), null);
            default -> throw unreadable();
        };
    }

    private static Problem unreadable() {
        return new Problem(
                ErrorCode.INVALID_REQUEST,
                "Please send appointment, amountMinor, currency, reference and status (paid or refunded).");
    }
}
