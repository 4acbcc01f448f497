package health.consilium.notification.outbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A durable wake-up when a message is due, written with the message. It only starts the work: the few threads that wake
 * consultations must not wait for somebody's mail server.
 */
@Component
class Alarms {
    private static final String TASK = "notification-wake-up";
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ObjectProvider<SchedulerClient> scheduler;

    Alarms(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void at(Instant at, Lane lane, UUID message) {
        String name = lane + "/" + message + "/" + at.toEpochMilli();
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(TASK, name), at);
    }

    @Configuration(proxyBeanMethods = false)
    static class Timers {
        @Bean
        OneTimeTask<Void> notificationWakeUp(ObjectProvider<Delivery> delivery) {
            return Tasks.oneTime(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> {
                        String lane =
                                instance.getId().substring(0, instance.getId().indexOf('/'));
                        delivery.getObject().look(Lane.valueOf(lane));
                    });
        }
    }
}
