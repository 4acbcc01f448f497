package health.consilium.scheduling.booking;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import health.consilium.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A durable wake-up at the end of a hold, written in the transaction of the hold. Nothing depends on it but that people are
 * told: whoever asks for a time frees first what is overdue.
 */
@Component
class HoldWakeUps {
    static final String TASK = "scheduling-hold";
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ObjectProvider<SchedulerClient> scheduler;

    HoldWakeUps(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void arm(AppointmentId id, Instant heldUntil) {
        scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<Void>(TASK, id + "/" + heldUntil.toEpochMilli()), heldUntil);
    }

    @Configuration(proxyBeanMethods = false)
    static class Timers {
        @Bean
        OneTimeTask<Void> holdWakeUp(ObjectProvider<BookingService> bookings) {
            return Tasks.oneTime(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> {
                        String id =
                                instance.getId().substring(0, instance.getId().indexOf('/'));
                        bookings.getObject().lapse(new AppointmentId(UUID.fromString(id)));
                    });
        }
    }
}
