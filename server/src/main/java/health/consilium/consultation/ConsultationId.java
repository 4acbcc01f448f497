package health.consilium.consultation;

import java.util.UUID;

/** Names one consultation; the HTTP contract calls it videoCallId. Random (RFC 9562 version 4), never sequential. */
public record ConsultationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
