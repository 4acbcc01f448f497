package health.consilium.admin.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.consilium.audit.Actor;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a day, on one node. */
@Configuration(value = "retentionTimer", proxyBeanMethods = false)
class Nightly {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    @Bean
    RecurringTask<Void> retentionTask(ObjectProvider<RetentionRuns> runs) {
        return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((instance, context) -> runs.getObject().run(Actor.SYSTEM));
    }
}
