package health.consilium.payment.stripe;

import health.consilium.kernel.SetupCheck;
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
            return Found.warning(
                    "Stripe's key is set, and patients cannot pay on the page.",
                    "Set consilium.payment.provider=stripe, or remove the key.");
        }
        StripeApi.Answer answer;
        try {
            answer = StripeApi.open(settings, PATIENCE).get("/v1/balance");
        } catch (ProviderAway away) {
            return Found.broken("Stripe does not answer.", "Check whether a firewall lets this server out, by HTTPS.");
        }
        if (answer.status() == NO_KEY) {
            return Found.broken(
                    "Stripe does not know the key.", "Check consilium.payment.stripe.secret-key; it may be revoked.");
        }
        // A restricted key need not be allowed to see the balance: that it is told so shows that it is one.
        if (!answer.ok() && answer.status() != MAY_NOT) {
            return Found.broken("Stripe answers " + answer.status() + ".", "Read the server's log.");
        }
        return settings.live() || demo
                ? Found.fine("Stripe knows the key; secrets for its notices: "
                        + settings.webhookSecrets().size() + ".")
                : Found.warning(
                        "Stripe's key is one for tests: no money moves.",
                        "Set a key that begins with sk_live_ or rk_live_ before the first patient.");
    }

    private Found withoutStripe() {
        boolean pretended = price.provider() == Way.DEMO || price.provider() == null && demo;
        return Found.notUsed(
                pretended
                        ? "The demo's checkout only pretends to take money."
                        : "Patients do not pay on the page; the staff marks what was paid.",
                "");
    }
}
