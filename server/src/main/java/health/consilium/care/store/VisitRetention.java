package health.consilium.care.store;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.consilium.care.CareProperties;
import health.consilium.scheduling.AppointmentCancelled;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Once a day, on one node: where somebody was during a visit is nobody's business for longer than it may be needed. */
@Component
public class VisitRetention {
    private static final Logger log = LoggerFactory.getLogger(VisitRetention.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    private final VisitStore visits;
    private final CareProperties settings;
    private final Clock clock;

    VisitRetention(VisitStore visits, CareProperties settings, Clock clock) {
        this.visits = visits;
        this.settings = settings;
        this.clock = clock;
    }

    public int apply() {
        int gone = visits.forgetEndedBefore(clock.instant().minus(settings.keepVisits()));
        if (gone > 0) {
            log.info("addresses of {} visits were older than {} and are gone", gone, settings.keepVisits());
        }
        return gone;
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled cancelled) {
        visits.forget(cancelled.appointment().id());
    }

    @Configuration(proxyBeanMethods = false)
    static class Daily {
        @Bean
        RecurringTask<Void> careVisitRetention(ObjectProvider<VisitRetention> retention) {
            return Tasks.recurring("care-visit-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> retention.getObject().apply());
        }
    }
}
