package health.consilium.webhook.store;

import health.consilium.kernel.KeyRotation;
import org.springframework.stereotype.Component;

/** Seals what signs webhooks under a new key. Receivers notice nothing: what signs stays the same. */
@Component
class WebhookKeyRotation implements KeyRotation {
    private final SecretsStore secrets;

    WebhookKeyRotation(SecretsStore secrets) {
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public int rotate() {
        return secrets.sealAnew();
    }
}
