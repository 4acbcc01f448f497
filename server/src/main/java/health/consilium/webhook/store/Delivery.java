package health.consilium.webhook.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One event for one receiver.
 *
 * @param event names the event for ever; the same for every receiver and every attempt
 * @param nextAt while PENDING: when it is tried next
 */
public record Delivery(
        UUID id,
        UUID endpoint,
        UUID event,
        String type,
        String body,
        Status status,
        int attempts,
        Instant createdAt,
        Instant giveUpAt,
        Instant nextAt) {
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** As it stands in the header webhook-id. */
    public String messageId() {
        return "evt_" + event.toString().replace("-", "");
    }
}
