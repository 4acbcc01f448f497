package health.consilium.conferencing.daily;

import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Sees to it that Daily tells us: soon after the start, and again later, in case the webhook has failed or was taken away. */
class DailyWebhookKeeper {
    private static final Logger log = LoggerFactory.getLogger(DailyWebhookKeeper.class);
    private static final long SOON_MS = 5_000;
    private static final long QUARTER_HOUR_MS = 900_000;

    private final DailyWebhook webhook;
    private final Secret<String> secret;

    DailyWebhookKeeper(DailyWebhook webhook, Secret<String> secret) {
        this.webhook = webhook;
        this.secret = secret;
    }

    @Scheduled(initialDelay = SOON_MS, fixedDelay = QUARTER_HOUR_MS)
    void look() {
        try {
            webhook.ensure(secret);
        } catch (Problem away) {
            log.warn("Daily does not tell us yet who comes and who leaves; consilium doctor says more");
        }
    }
}
