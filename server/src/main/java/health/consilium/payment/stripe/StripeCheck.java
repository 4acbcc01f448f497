package health.consilium.payment.stripe;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentProperties.Way;
import health.consilium.payment.spi.ProviderAway;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether patients can pay: Stripe answers, and its key is one. Reads, and moves nothing. */
@Component
class StripeCheck implements SetupCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int NO_KEY = 401;
    private static final int MAY_NOT = 403;

    private final StripeProperties settings;
    private final PaymentProperties price;
    private final boolean demo;

    StripeCheck(
            StripeProperties settings, PaymentProperties price, @Value("${consilium.mode:production}") String mode) {
        this.settings = settings;
        this.price = price;
        this.demo = mode.equalsIgnoreCase("demo");
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Found look() {
        if (settings.secretKey() == null) {
            return withoutStripe();
        }
        if (price.provider() == Way.NONE) {
            return Found.of(SetupFinding.PAYMENT_KEY_UNUSED);
        }
        StripeApi.Answer answer;
        try {
            answer = StripeApi.open(settings, PATIENCE).get("/v1/balance");
        } catch (ProviderAway away) {
            return Found.of(SetupFinding.STRIPE_AWAY);
        }
        if (answer.status() == NO_KEY) {
            return Found.of(SetupFinding.STRIPE_KEY_UNKNOWN);
        }
        // A restricted key need not be allowed to see the balance: that it is told so shows that it is one.
        if (!answer.ok() && answer.status() != MAY_NOT) {
            return Found.of(SetupFinding.STRIPE_ODD, "status", answer.status());
        }
        return settings.live() || demo
                ? Found.of(
                        SetupFinding.STRIPE_KNOWS_KEY,
                        "number",
                        settings.webhookSecrets().size())
                : Found.of(SetupFinding.STRIPE_TEST_KEY);
    }

    private Found withoutStripe() {
        boolean pretended = price.provider() == Way.DEMO || price.provider() == null && demo;
        return Found.of(pretended ? SetupFinding.PAYMENT_PRETENDED : SetupFinding.PAYMENT_BY_STAFF);
    }
}
