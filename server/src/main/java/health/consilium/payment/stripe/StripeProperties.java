package health.consilium.payment.stripe;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SettingCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stripe.
 *
 * @param secretKey the account's secret or restricted key (sk_… or rk_…); empty: there is no Stripe
 * @param webhookSecrets the secrets (whsec_…) with which Stripe signs what it tells us; two while they are changed
 * @param rehearsal host and port of a stand-in for rehearsals, spoken to without TLS; refused in production
 */
@ConfigurationProperties("consilium.payment.stripe")
public record StripeProperties(
        @Nullable Secret<String> secretKey,
        @DefaultValue({}) List<Secret<String>> webhookSecrets,
        @Nullable String rehearsal) {
    private static final String KEY = "consilium.payment.stripe.";

    public StripeProperties {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (secretKey != null) {
            check(secretKey, webhookSecrets);
        }
        SettingCheck.require(
                rehearsal == null || rehearsal.matches("[a-z0-9.-]+:[0-9]{1,5}"),
                KEY + "rehearsal",
                String.valueOf(rehearsal),
                "write host and port, for example localhost:8443");
    }

    private static void check(Secret<String> key, List<Secret<String>> webhookSecrets) {
        if (!key.reveal().matches("(sk|rk)_(live|test)_[A-Za-z0-9_]+")) {
            throw new CannotStart(
                    KEY + "secret-key is no secret key of Stripe.",
                    "It begins with sk_live_, sk_test_, rk_live_ or rk_test_. A key that begins with pk_ is for web pages.");
        }
        if (webhookSecrets.isEmpty()) {
            throw new CannotStart(
                    KEY + "secret-key is set and " + KEY
                            + "webhook-secrets is not: patients would pay, and nobody would hear of it.",
                    "Create a webhook endpoint at Stripe and set its secret. docs/payment.md says how.");
        }
        if (!webhookSecrets.stream().allMatch(one -> one.reveal().matches("whsec_\\S{8,}"))) {
            throw new CannotStart(
                    "One of " + KEY + "webhook-secrets is no signing secret of Stripe.", "They begin with whsec_.");
        }
    }

    /** Whether real money moves. */
    boolean live() {
        return secretKey != null && secretKey.reveal().startsWith("_live_", 2);
    }
}
