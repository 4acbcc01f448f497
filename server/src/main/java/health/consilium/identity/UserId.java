package health.consilium.identity;

import java.util.UUID;

/** Names one account. Random (RFC 9562 version 4), never sequential. */
public record UserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
