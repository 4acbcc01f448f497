package health.consilium.webhook;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Outgoing webhooks.
 *
 * @param patience how long a receiver may take to answer
 * @param giveUpAfter for how long a delivery is tried again
 * @param overlap how long the old secret signs along after a new one was made
 * @param pauseAfter after how many failures in a row a receiver is paused; only when they last for an hour
 * @param rehearsal hosts that may have a private address and need no TLS; refused in production
 */
@ConfigurationProperties("consilium.webhook")
public record WebhookProperties(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("20") int pauseAfter,
        @DefaultValue({}) List<String> rehearsal) {
    public WebhookProperties {
        SettingCheck.positive("consilium.webhook.patience", patience);
        SettingCheck.require(
                patience.compareTo(Duration.ofSeconds(30)) <= 0,
                "consilium.webhook.patience",
                patience,
                "it must be 30s or less");
        SettingCheck.positive("consilium.webhook.give-up-after", giveUpAfter);
        SettingCheck.notNegative("consilium.webhook.overlap", overlap);
        SettingCheck.atLeast("consilium.webhook.pause-after", pauseAfter, 1);
    }
}
