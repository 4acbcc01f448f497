package health.consilium.webhook.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other systems were told, with its attempts; what is still tried stays. */
@Component
class DeliveryRetention implements RetentionRule {
    private static final String OLD = " from webhook_delivery where created_at < ? and status <> 'PENDING'";

    private final JdbcClient jdbc;

    DeliveryRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "webhooks";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*)" + OLD)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        return jdbc.sql("delete" + OLD).param(before.atOffset(ZoneOffset.UTC)).update();
    }
}
