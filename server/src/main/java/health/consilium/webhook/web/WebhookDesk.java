package health.consilium.webhook.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.webhook.WebhookEvent;
import health.consilium.webhook.delivery.Deliveries;
import health.consilium.webhook.delivery.Targets;
import health.consilium.webhook.store.Attempt;
import health.consilium.webhook.store.Delivery;
import health.consilium.webhook.store.DeliveryStore;
import health.consilium.webhook.store.Endpoint;
import health.consilium.webhook.store.Endpoint.State;
import health.consilium.webhook.store.EndpointStore;
import health.consilium.webhook.store.SecretsStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with receivers; every change stands in the audit trail. */
@Service
@Transactional
public class WebhookDesk {
    private static final int PAGE = 50;

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final SecretsStore secrets;
    private final Deliveries sender;
    private final Targets targets;
    private final AuditTrail audit;
    private final Clock clock;

    WebhookDesk(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            SecretsStore secrets,
            Deliveries sender,
            Targets targets,
            AuditTrail audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.sender = sender;
        this.targets = targets;
        this.audit = audit;
        this.clock = clock;
    }

    record Added(Endpoint endpoint, Secret<String> secret) {}

    @Transactional(readOnly = true)
    public List<Endpoint> all() {
        return endpoints.all();
    }

    public Added add(String url, String description, Set<String> events, CurrentUser who) {
        Endpoint added = endpoints.add(targets.accepted(url).toString(), description.strip(), known(events), who.id());
        record(Action.CREATED, added.id(), who);
        return new Added(added, secrets.rotate(added.id()));
    }

    public Endpoint change(UUID id, String url, String description, Set<String> events, CurrentUser who) {
        required(id);
        endpoints.change(id, targets.accepted(url).toString(), description.strip(), known(events));
        record(Action.CHANGED, id, who);
        return required(id);
    }

    public Endpoint turn(UUID id, boolean on, CurrentUser who) {
        required(id);
        if (endpoints.turn(id, on ? State.ON : State.OFF)) {
            record(Action.CHANGED, id, who);
            if (on) {
                sender.resume(id);
            } else {
                deliveries.giveUp(id);
            }
        }
        return required(id);
    }

    public void delete(UUID id, CurrentUser who) {
        required(id);
        endpoints.delete(id);
        record(Action.DELETED, id, who);
    }

    public Secret<String> rotate(UUID id, CurrentUser who) {
        required(id);
        record(Action.CHANGED, id, who);
        return secrets.rotate(id);
    }

    public Delivery test(UUID id, CurrentUser who) {
        Endpoint endpoint = required(id);
        if (endpoint.state() != State.ON) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This webhook is switched off. Switch it on, then test it.");
        }
        record(Action.SENT, id, who);
        return sender.test(id);
    }

    public Delivery resend(UUID endpoint, UUID id, CurrentUser who) {
        Delivery delivery = deliveries
                .find(id)
                .filter(one -> one.endpoint().equals(endpoint))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This delivery is not known here."));
        record(Action.SENT, endpoint, who);
        sender.resend(delivery);
        return deliveries.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Map<Delivery, List<Attempt>> deliveries(UUID endpoint, @Nullable Instant before) {
        required(endpoint);
        Instant end = before == null ? clock.instant().plus(1, ChronoUnit.DAYS) : before;
        List<Delivery> page = deliveries.of(endpoint, end, PAGE);
        Map<UUID, List<Attempt>> attempts =
                deliveries.attempts(page.stream().map(Delivery::id).toList());
        Map<Delivery, List<Attempt>> all = new LinkedHashMap<>();
        page.forEach(one -> all.put(one, attempts.getOrDefault(one.id(), List.of())));
        return all;
    }

    private void record(Action action, UUID id, CurrentUser who) {
        audit.record(AuditEntry.of(who.actor(), action, Subject.WEBHOOK, id));
    }

    private Endpoint required(UUID id) {
        return endpoints
                .find(id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This webhook is not known here."));
    }

    private static List<String> known(Set<String> events) {
        if (!WebhookEvent.types().containsAll(events)) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "One of these events is not one that there is.");
        }
        return events.stream().sorted().toList();
    }
}
