package health.consilium.payment.desk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import health.consilium.payment.store.Attempt;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is asked of payment systems until it is done, across outages and restarts: written with the change it follows from. */
@Component
class Tasks {
    private static final String REFUND = "payment-refund";
    private static final String CLOSE = "payment-close-checkout";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final double SLOWER = 2;

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Tasks(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void refund(UUID money) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(REFUND, money.toString()), clock.instant());
    }

    void close(Attempt attempt) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<Void>(CLOSE, attempt.appointment() + "/" + attempt.number()), clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        private static final double LONGEST = Duration.ofHours(1).toMillis();

        @Bean
        OneTimeTask<Void> paymentRefund(ObjectProvider<Refunds> refunds) {
            return com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(REFUND, Void.class)
                    .onFailure(again())
                    .execute((instance, context) -> refunds.getObject().attempt(UUID.fromString(instance.getId())));
        }

        @Bean
        OneTimeTask<Void> paymentCloseCheckout(ObjectProvider<Checkouts> checkouts) {
            return com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(CLOSE, Void.class)
                    .onFailure(again())
                    .execute((instance, context) -> {
                        String[] id = instance.getId().split("/", -1);
                        checkouts.getObject().close(new AppointmentId(UUID.fromString(id[0])), Integer.parseInt(id[1]));
                    });
        }

        /** After 10 s, 20 s, 40 s …, and then every hour until it is done. */
        private static FailureHandler<Void> again() {
            return (complete, operations) -> {
                int failures = complete.getExecution().consecutiveFailures;
                double wait = Math.min(LONGEST, FIRST_RETRY.toMillis() * Math.pow(SLOWER, failures));
                operations.reschedule(complete, complete.getTimeDone().plusMillis((long) wait));
            };
        }
    }
}
