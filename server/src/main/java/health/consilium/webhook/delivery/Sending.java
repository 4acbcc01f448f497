package health.consilium.webhook.delivery;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.webhook.WebhookProperties;
import health.consilium.webhook.WebhookSwitchedOff;
import health.consilium.webhook.delivery.Courier.Answer;
import health.consilium.webhook.store.Attempt;
import health.consilium.webhook.store.Delivery;
import health.consilium.webhook.store.Delivery.Status;
import health.consilium.webhook.store.DeliveryStore;
import health.consilium.webhook.store.Endpoint;
import health.consilium.webhook.store.Endpoint.State;
import health.consilium.webhook.store.EndpointStore;
import health.consilium.webhook.store.SecretsStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt and what follows from it. */
@Component("webhookSending")
class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int GONE = 410;
    private static final Duration FOR_AN_HOUR = Duration.ofHours(1);

    private final Courier courier;
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final SecretsStore secrets;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final WebhookProperties settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sending(
            Courier courier,
            EndpointStore endpoints,
            DeliveryStore deliveries,
            SecretsStore secrets,
            ApplicationEventPublisher events,
            AuditTrail audit,
            WebhookProperties settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.courier = courier;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again, if at all */
    Optional<Instant> send(Delivery delivery) {
        Endpoint to = endpoints.find(delivery.endpoint()).orElse(null);
        if (to == null) {
            return Optional.empty();
        }
        Instant began = clock.instant();
        long started = System.nanoTime();
        Answer answer = courier.carry(to.url(), delivery, secrets.of(to.id()));
        int millis = (int) Duration.ofNanos(System.nanoTime() - started).toMillis();
        log.debug("webhook {} answered {}", to.id(), answer.problem() == null ? answer.status() : answer.problem());
        Attempt attempt = new Attempt(delivery.attempts() + 1, began, answer.status(), answer.problem(), millis);
        return Optional.ofNullable(transaction.execute(status -> outcome(delivery, attempt, answer)))
                .flatMap(next -> next);
    }

    private Optional<Instant> outcome(Delivery delivery, Attempt attempt, Answer answer) {
        Instant now = clock.instant();
        if (answer.taken()) {
            deliveries.tried(delivery.id(), attempt, Status.DELIVERED, now);
            endpoints.succeeded(delivery.endpoint());
            return Optional.empty();
        }
        if (answer.status() == GONE) {
            deliveries.tried(delivery.id(), attempt, Status.FAILED, now);
            deliveries.giveUp(delivery.endpoint());
            switchOff(delivery.endpoint(), State.GONE);
            return Optional.empty();
        }
        Instant next = now.plus(Backoff.after(attempt.number(), answer.retryAfter(), now))
                .truncatedTo(ChronoUnit.MILLIS);
        boolean tooLate = next.isAfter(delivery.giveUpAt());
        deliveries.tried(delivery.id(), attempt, tooLate ? Status.FAILED : Status.PENDING, tooLate ? now : next);
        endpoints
                .failed(delivery.endpoint(), attempt.at())
                .filter(failing -> failing.state() == State.ON && failsTooOften(failing, now))
                .ifPresent(failing -> switchOff(failing.id(), State.PAUSED));
        return tooLate ? Optional.empty() : Optional.of(next);
    }

    /** A receiver that is being started again for some minutes is nobody's concern, however much happens meanwhile. */
    private boolean failsTooOften(Endpoint failing, Instant now) {
        return failing.failures() >= settings.pauseAfter()
                && failing.failingSince() != null
                && !now.isBefore(failing.failingSince().plus(FOR_AN_HOUR));
    }

    private void switchOff(UUID endpoint, State why) {
        if (endpoints.turn(endpoint, why)) {
            log.warn("webhook {} is not written to any more: {}", endpoint, why);
            audit.record(AuditEntry.of(Actor.SYSTEM, Action.CHANGED, Subject.WEBHOOK, endpoint)
                    .with("state", why));
            events.publishEvent(new WebhookSwitchedOff(endpoint, why == State.GONE));
        }
    }
}
