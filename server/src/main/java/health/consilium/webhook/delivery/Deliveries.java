package health.consilium.webhook.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import health.consilium.kernel.AfterCommit;
import health.consilium.webhook.WebhookEvent;
import health.consilium.webhook.WebhookProperties;
import health.consilium.webhook.store.Delivery;
import health.consilium.webhook.store.Delivery.Status;
import health.consilium.webhook.store.DeliveryStore;
import health.consilium.webhook.store.EndpointStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Durable deliveries. A delivery is written with the wake-up that sends it, in one transaction. A wake-up claims it for a
 * minute, arms the next wake-up for then, and leaves the sending to a thread of its own: the timers that end consultations
 * never wait for a receiver. Whoever dies on the way is replaced by the wake-up after the minute, so a receiver may hear a
 * thing twice, under the same id, and never not at all.
 */
@Component("webhookDeliveries")
public class Deliveries implements DisposableBean {
    private static final String TASK = "webhook-delivery";
    static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeliveryStore store;
    private final EndpointStore endpoints;
    private final Sending sending;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final WebhookProperties settings;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());

    Deliveries(
            DeliveryStore store,
            EndpointStore endpoints,
            Sending sending,
            ObjectProvider<SchedulerClient> scheduler,
            WebhookProperties settings,
            Clock clock) {
        this.store = store;
        this.endpoints = endpoints;
        this.sending = sending;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tells every receiver that wants to know, each once, however often this is called for the same event.
     *
     * @param event a name for what happened that is the same whenever it is told again
     * @param data ids and times only
     */
    @Transactional
    public void tell(WebhookEvent kind, UUID event, Instant at, Map<String, ?> data) {
        for (UUID endpoint : endpoints.subscribed(kind.type())) {
            add(endpoint, kind, event, at, data);
        }
    }

    /** A delivery that tests the way there. */
    @Transactional
    public Delivery test(UUID endpoint) {
        return add(endpoint, WebhookEvent.TEST, UUID.randomUUID(), clock.instant(), Map.of());
    }

    private Delivery add(UUID endpoint, WebhookEvent kind, UUID event, Instant at, Map<String, ?> data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Delivery delivery = new Delivery(
                UUID.randomUUID(),
                endpoint,
                event,
                kind.type(),
                body(kind, at, data),
                Status.PENDING,
                0,
                now,
                now.plus(settings.giveUpAfter()),
                now);
        if (store.add(delivery)) {
            wake(delivery.id(), now);
        }
        return delivery;
    }

    private static String body(WebhookEvent kind, Instant at, Map<String, ?> data) {
        TreeMap<String, String> words = new TreeMap<>();
        data.forEach((name, value) -> words.put(name, value.toString()));
        return JSON.writeValueAsString(new Body(kind.type(), at.toString(), words));
    }

    /** As Standard Webhooks asks for it. */
    record Body(String type, String timestamp, Map<String, String> data) {}

    /** Once more by hand, with the same id. */
    @Transactional
    public void resend(Delivery delivery) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.again(delivery.id(), now, now.plus(settings.giveUpAfter()));
        wake(delivery.id(), now);
    }

    /** The receiver is written to again: what waited for it goes first. */
    @Transactional
    public void resume(UUID endpoint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<UUID> waiting = store.hurry(endpoint, now);
        waiting.forEach(id -> wake(id, now));
    }

    /** Of the timer: quick, and never waits for a receiver. */
    @Transactional
    public void due(UUID id) {
        if (free.availablePermits() == 0) {
            wake(id, clock.instant().plus(BUSY));
            return;
        }
        claim(id).ifPresent(claimed -> AfterCommit.run(() -> threads.execute(() -> send(claimed))));
    }

    /** Whoever has it sends it; if they die before they have, the wake-up that is armed here finds it due again. */
    @Transactional
    public Optional<Delivery> claim(UUID id) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
        Optional<Delivery> claimed = store.claim(id, now, until);
        claimed.ifPresent(delivery -> wake(id, until));
        return claimed;
    }

    private void send(Delivery claimed) {
        free.acquireUninterruptibly();
        try {
            sending.send(claimed).ifPresent(next -> wake(claimed.id(), next));
        } finally {
            free.release();
        }
    }

    private void wake(UUID id, Instant at) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(TASK, id + "/" + at.toEpochMilli()), at);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    @Configuration(value = "webhookTimers", proxyBeanMethods = false)
    static class Timers {
        @Bean
        OneTimeTask<Void> webhookDelivery(ObjectProvider<Deliveries> deliveries) {
            return Tasks.oneTime(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> {
                        String id =
                                instance.getId().substring(0, instance.getId().indexOf('/'));
                        deliveries.getObject().due(UUID.fromString(id));
                    });
        }
    }
}
