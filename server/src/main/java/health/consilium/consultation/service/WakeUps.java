package health.consilium.consultation.service;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Deadline;
import health.consilium.consultation.domain.Deadlines;
import health.consilium.consultation.domain.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A durable wake-up at the next deadline, written in the same transaction as the state it follows from. A wake-up is named
 * by consultation and instant: one that became pointless fires, finds nothing due, and that is all. So nothing has to be
 * moved or cancelled while it may be running.
 */
@Component
class WakeUps {
    private static final String TASK = "consultation-wake-up";
    /** After a failure, which can only be the database's: the library's own five minutes would be somebody's no-show. */
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Limits limits;

    WakeUps(ObjectProvider<SchedulerClient> scheduler, Limits limits) {
        this.scheduler = scheduler;
        this.limits = limits;
    }

    void arm(Consultation consultation) {
        Deadlines.next(consultation, limits)
                .map(Deadline::at)
                .ifPresent(at -> scheduler
                        .getObject()
                        .scheduleIfNotExists(
                                new TaskInstance<Void>(TASK, consultation.id() + "/" + at.toEpochMilli()), at));
    }

    @Configuration(proxyBeanMethods = false)
    static class Timers {
        @Bean
        OneTimeTask<Void> consultationWakeUp(ObjectProvider<FactRecorder> facts) {
            return Tasks.oneTime(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> {
                        String id =
                                instance.getId().substring(0, instance.getId().indexOf('/'));
                        facts.getObject().catchUp(new ConsultationId(UUID.fromString(id)));
                    });
        }

        /** Deadlines live in the injected time, and so does what wakes us. */
        @Bean
        com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
            return clock::instant;
        }
    }
}
