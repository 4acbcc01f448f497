package health.consilium.payment.stripe;

import health.consilium.kernel.CannotStart;
import health.consilium.payment.PaymentProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe is there when its key is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.payment.stripe.secret-key")
class StripeConfiguration {
    private static final Duration ANSWER = Duration.ofSeconds(8);
    /** Stripe counts them otherwise than ISO 4217 does. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "HUF", "TWD");

    @Bean
    StripeProvider stripeProvider(
            StripeProperties settings,
            PaymentProperties price,
            Clock clock,
            @Value("${consilium.mode:production}") String mode) {
        if (settings.live() && "demo".equalsIgnoreCase(mode)) {
            throw new CannotStart(
                    "consilium.payment.stripe.secret-key moves real money, and this is the demo.",
                    "Use a key that begins with sk_test_ or rk_test_.");
        }
        if (COUNTED_OTHERWISE.contains(price.currency())) {
            throw new CannotStart(
                    "Stripe counts amounts in " + price.currency() + " otherwise than this program does.",
                    "Set consilium.payment.currency to another one, or consilium.payment.provider=none without a key of Stripe.");
        }
        return new StripeProvider(StripeApi.open(settings, ANSWER), settings, clock);
    }
}
