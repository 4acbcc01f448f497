package health.consilium.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentProperties.Way;
import health.consilium.payment.desk.Ways;
import health.consilium.payment.hook.HookProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting with which patients would pay and nobody would know stops the start, in words. */
class StripeSettingsTests {
    @ParameterizedTest
    @CsvSource({
        "pk_test_abc, whsec_12345678, no secret key",
        "whatever, whsec_12345678, no secret key",
        "sk_test_abc, '', nobody would hear of it",
        "sk_test_abc, 12345678, no signing secret"
    })
    @DisplayName("half a Stripe is refused, and no secret stands in the words")
    void half(String key, String secret, String words) {
        List<Secret<String>> secrets = secret.isEmpty() ? List.of() : List.of(Secret.of(secret));
        assertThatThrownBy(() -> new StripeProperties(Secret.of(key), secrets, null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(key)
                .hasMessageContaining("consilium.payment.stripe.");
    }

    @Test
    @DisplayName("nothing set is no Stripe, and patients cannot be sent there")
    void without() {
        assertThat(new StripeProperties(null, List.of(), null).live()).isFalse();
        assertThatThrownBy(() -> new Ways(List.of(), price(Way.STRIPE, "EUR")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secret-key is not set");
        assertThatThrownBy(() -> new Ways(List.of(), price(Way.DEMO, "EUR")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("demo mode only");
        assertThat(new Ways(List.of(), price(null, "EUR")).chosen()).isEmpty();
        assertThat(new Ways(List.of(), price(Way.NONE, "EUR")).chosen()).isEmpty();
    }

    @Test
    @DisplayName("real money does not move in the demo, nor in currencies that Stripe counts otherwise")
    void realMoney() {
        var live = new StripeProperties(Secret.of("rk_live_abc"), List.of(Secret.of("whsec_12345678")), null);
        var test = new StripeProperties(Secret.of("sk_test_abc"), List.of(Secret.of("whsec_12345678")), null);
        var configuration = new StripeConfiguration();
        assertThat(live.live()).isTrue();
        assertThat(test.live()).isFalse();
        assertThatThrownBy(() -> configuration.stripeProvider(live, price(null, "EUR"), Clock.systemUTC(), "demo"))
                .hasMessageContaining("real money");
        assertThatThrownBy(
                        () -> configuration.stripeProvider(live, price(null, "ISK"), Clock.systemUTC(), "production"))
                .hasMessageContaining("ISK");
        assertThat(configuration
                        .stripeProvider(live, price(null, "EUR"), Clock.systemUTC(), "production")
                        .name())
                .isEqualTo("stripe");
    }

    @Test
    @DisplayName("a secret of the hook that is none is refused without being shown")
    void hookSecrets() {
        for (String wrong : List.of("whsec_short", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_***")) {
            assertThatThrownBy(() -> new HookProperties(List.of(Secret.of(wrong))))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageNotContaining(wrong);
        }
    }

    private static PaymentProperties price(@Nullable Way way, String currency) {
        return new PaymentProperties(4500, currency, way, null, "", ZoneOffset.UTC);
    }
}
