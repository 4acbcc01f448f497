package health.consilium.quality.samples;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.consilium.quality.QualityProperties;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Once a day, on one node: samples that are old enough go. What they amounted to stays. */
@Component
class SampleRetention {
    private static final Logger log = LoggerFactory.getLogger(SampleRetention.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    private final SampleStore store;
    private final QualityProperties settings;
    private final Clock clock;

    SampleRetention(SampleStore store, QualityProperties settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    int apply() {
        int gone = store.deleteBefore(clock.instant().minus(settings.retention()));
        if (gone > 0) {
            log.info("{} minutes of samples were older than {} and are gone", gone, settings.retention());
        }
        return gone;
    }

    @Configuration(proxyBeanMethods = false)
    static class Daily {
        @Bean
        RecurringTask<Void> qualityRetention(ObjectProvider<SampleRetention> retention) {
            return Tasks.recurring("quality-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> retention.getObject().apply());
        }
    }
}
