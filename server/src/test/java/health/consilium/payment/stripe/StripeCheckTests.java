package health.consilium.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentProperties.Way;
import health.consilium.testing.MutableClock;
import health.consilium.testing.StripeStandIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A7: the configuration check finds out whether patients can pay, before the first one tries. */
class StripeCheckTests {
    private final StripeStandIn stripe = new StripeStandIn(new MutableClock(Instant.parse("2030-01-07T09:00:00Z")));

    private Found look(@Nullable String key, @Nullable Way way, String mode) {
        StripeProperties settings = new StripeProperties(
                key == null ? null : Secret.of(key),
                key == null ? List.of() : List.of(Secret.of(StripeStandIn.SECRET)),
                stripe.authority());
        PaymentProperties price = new PaymentProperties(4500, "EUR", way, null, "", ZoneOffset.UTC);
        return new StripeCheck(settings, price, mode).look();
    }

    @Test
    @DisplayName("Stripe is asked whether it knows the key; nothing is changed there")
    void knowsTheKey() {
        assertThat(look(StripeStandIn.KEY, null, "demo").state()).isEqualTo(State.FINE);
        assertThat(stripe.requests()).containsExactly("GET /v1/balance");
        assertThat(stripe.faults()).isEmpty();
    }

    @Test
    @DisplayName("a revoked key is broken, a key for tests a warning in production, and no word holds the key")
    void wrongKeys() {
        Found revoked = look("sk_test_revoked", null, "production");
        assertThat(revoked.state()).isEqualTo(State.BROKEN);
        assertThat(revoked + revoked.what() + revoked.remedy())
                .contains("secret-key")
                .doesNotContain("sk_test_revoked");
        assertThat(look(StripeStandIn.KEY, null, "production").state()).isEqualTo(State.WARNING);
    }

    @Test
    @DisplayName("a Stripe that is away is broken")
    void away() {
        stripe.isInTrouble(3);
        assertThat(look(StripeStandIn.KEY, null, "demo").state()).isEqualTo(State.BROKEN);
    }

    @Test
    @DisplayName("who has no Stripe is told so; a key that nobody uses is a warning")
    void notUsed() {
        assertThat(look(null, null, "production").what()).contains("staff marks");
        assertThat(look(null, null, "demo").what()).contains("pretends");
        assertThat(look(StripeStandIn.KEY, Way.NONE, "production").state()).isEqualTo(State.WARNING);
    }
}
