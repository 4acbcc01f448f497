package health.consilium.payment.stripe;

import health.consilium.payment.spi.CheckoutOrder;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.NoticeHeaders;
import health.consilium.payment.spi.OpenedCheckout;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.spi.ProviderAway;
import health.consilium.payment.spi.RefundAnswer;
import health.consilium.payment.spi.RefundOrder;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stripe Checkout: the patient pays on Stripe's page, and Stripe tells us by a signed notice. */
public final class StripeProvider implements PaymentProvider {
    public static final String NAME = "stripe";
    private static final Logger log = LoggerFactory.getLogger(StripeProvider.class);
    /** Those of our languages that Stripe's page speaks; for others it asks the browser. */
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es");

    private final StripeApi api;
    private final StripeSignature signature;
    private final StripeNews news;

    public StripeProvider(StripeApi api, StripeProperties settings, Clock clock) {
        this.api = api;
        this.signature = new StripeSignature(settings.webhookSecrets(), clock);
        this.news = new StripeNews(settings.live());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean opensCheckouts() {
        return true;
    }

    @Override
    public boolean refundsByItself() {
        return true;
    }

    @Override
    public OpenedCheckout open(CheckoutOrder order) {
        String key = "consilium-checkout-" + order.appointment() + "-" + order.attempt();
        StripeApi.Answer answer = api.post("/v1/checkout/sessions", form(order), key);
        String session = answer.body().path("id").asString("");
        String url = answer.body().path("url").asString("");
        if (!answer.ok() || session.isEmpty() || !url.matches("https?://.+")) {
            log.error("Stripe does not open payment pages: {} {}", answer.status(), answer.errorCode());
            throw new ProviderAway("answered " + answer.status() + " " + answer.errorCode());
        }
        return new OpenedCheckout(session, url);
    }

    private static Map<String, String> form(CheckoutOrder order) {
        String appointment = order.appointment().toString();
        String attempt = String.valueOf(order.attempt());
        String page = order.base() + "/checkout/" + appointment;
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mode", "payment");
        form.put("client_reference_id", appointment);
        form.put("metadata[appointment_id]", appointment);
        form.put("metadata[attempt]", attempt);
        // Stripe does not copy them by itself.
        form.put("payment_intent_data[metadata][appointment_id]", appointment);
        form.put("payment_intent_data[metadata][attempt]", attempt);
        form.put("line_items[0][quantity]", "1");
        form.put("line_items[0][price_data][currency]", order.currency().toLowerCase(Locale.ROOT));
        form.put("line_items[0][price_data][unit_amount]", String.valueOf(order.amountMinor()));
        form.put("line_items[0][price_data][product_data][name]", order.label());
        form.put("locale", LANGUAGES.contains(order.locale()) ? order.locale() : "auto");
        form.put("success_url", page + "/done?session={CHECKOUT_SESSION_ID}");
        form.put("cancel_url", page + "?back");
        form.put("expires_at", String.valueOf(order.expiresAt().getEpochSecond()));
        return form;
    }

    @Override
    public void close(String session) {
        StripeApi.Answer answer =
                api.post("/v1/checkout/sessions/" + session + "/expire", Map.of(), "consilium-close-" + session);
        // Else it was paid or is closed already, and a notice says so.
        log.debug("closing a payment page was answered {}", answer.status());
    }

    @Override
    public Notice verify(NoticeHeaders headers, byte[] body) {
        signature.check(headers.get("Stripe-Signature"), body);
        return news.read(body);
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("payment_intent", order.reference());
        form.put("amount", String.valueOf(order.amountMinor()));
        form.put("reason", "requested_by_customer");
        form.put("metadata[appointment_id]", order.appointment().toString());
        form.put("metadata[money_id]", order.id().toString());
        StripeApi.Answer answer = api.post("/v1/refunds", form, "consilium-refund-" + order.id());
        if (answer.ok()) {
            return answer(answer);
        }
        // A whole payment can be given back once only: who did it, by hand at Stripe or by us long ago, did it.
        return answer.errorCode().equals("charge_already_refunded")
                ? new RefundAnswer(RefundAnswer.State.DONE, null, "was given back before")
                : refused(answer);
    }

    private static RefundAnswer answer(StripeApi.Answer answer) {
        String id = answer.body().path("id").asString(null);
        String status = answer.body().path("status").asString("");
        return switch (status) {
            case "succeeded" -> new RefundAnswer(RefundAnswer.State.DONE, id, "");
            case "pending", "requires_action" -> new RefundAnswer(RefundAnswer.State.ON_ITS_WAY, id, "");
            default -> new RefundAnswer(RefundAnswer.State.REFUSED, id, "Stripe: " + status);
        };
    }

    /** A key that was taken back or may not refund will be mended: then it goes on. */
    private static RefundAnswer refused(StripeApi.Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new ProviderAway("answered " + answer.status() + " " + answer.errorCode());
        }
        return new RefundAnswer(RefundAnswer.State.REFUSED, null, "Stripe: " + answer.errorCode());
    }
}
