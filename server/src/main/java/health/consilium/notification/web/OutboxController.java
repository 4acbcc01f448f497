package health.consilium.notification.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Inbox;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A7: what was sent to people and what could not be, for administrators. */
@Tag(name = "admin")
@RestController
@RequestMapping("/api/v1/admin/messages")
class OutboxController {
    private static final int PAGE = 100;

    private final Inbox inbox;
    private final Users users;
    private final AuditTrail trail;

    OutboxController(Inbox inbox, Users users, AuditTrail trail) {
        this.inbox = inbox;
        this.users = users;
        this.trail = trail;
    }

    record Carried(
            UUID id,
            Kind kind,
            Channel channel,
            String person,
            State state,
            int attempts,
            health.consilium.notification.outbox.@Nullable Problem problem,
            Instant createdAt,
            Instant nextAt,
            @Nullable Instant settledAt) {}

    record CarriedMessages(Map<State, Integer> counts, List<Carried> messages) {}

    @Operation(operationId = "listCarriedMessages", summary = "What was sent to people and what not, newest first")
    @GetMapping
    CarriedMessages list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant before) {
        List<Message> all = inbox.carried(state, kind, before, PAGE);
        Map<UserId, UserView> people =
                users.findAll(all.stream().map(Message::person).toList());
        return new CarriedMessages(
                inbox.counts(),
                all.stream().map(message -> carried(message, people)).toList());
    }

    @Operation(operationId = "sendAgain", summary = "Sends a message once more")
    @PostMapping("/{messageId}/again")
    @Transactional
    Map<String, Object> again(@PathVariable UUID messageId, CurrentUser who) {
        if (!inbox.has(messageId)) {
            throw new Problem(ErrorCode.NOT_FOUND, "This message is not kept any more.");
        }
        if (!inbox.again(messageId)) {
            throw new Problem(
                    ErrorCode.MESSAGE_UNDER_WAY, "This message is being sent right now. Please wait a moment.");
        }
        trail.record(AuditEntry.of(who.actor(), Action.SENT, Subject.MESSAGE, messageId));
        return Map.of();
    }

    private static Carried carried(Message message, Map<UserId, UserView> people) {
        UserView person = people.get(message.person());
        return new Carried(
                message.id(),
                message.kind(),
                message.channel(),
                person == null ? "" : person.displayName(),
                message.state(),
                message.attempts(),
                message.problem(),
                message.createdAt(),
                message.nextAt(),
                message.settledAt());
    }
}
