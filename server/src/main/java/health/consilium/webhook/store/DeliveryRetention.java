package health.consilium.webhook.store;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other systems were told, with its attempts; what is still tried stays. */
@Component
class DeliveryRetention extends AgedRows {
    DeliveryRetention(JdbcClient jdbc) {
        super(jdbc, "webhooks", "webhook_delivery where created_at < :before and status <> 'PENDING'");
    }
}
