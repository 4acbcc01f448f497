package health.consilium.webhook.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.consilium.webhook.WebhookProperties;
import health.consilium.webhook.store.DeliveryStore;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Once a day, on one node: old deliveries and their attempts go. */
@Component("webhookRetention")
class Retention {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 50);

    private final DeliveryStore store;
    private final WebhookProperties settings;
    private final Clock clock;

    Retention(DeliveryStore store, WebhookProperties settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    int apply() {
        return store.deleteBefore(clock.instant().minus(settings.keepDeliveries()));
    }

    @Configuration(value = "webhookRetentionTimer", proxyBeanMethods = false)
    static class Daily {
        @Bean
        RecurringTask<Void> webhookRetentionTask(ObjectProvider<Retention> retention) {
            return Tasks.recurring("webhook-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> retention.getObject().apply());
        }
    }
}
