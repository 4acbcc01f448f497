package health.consilium.webhook.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receiver.
 *
 * @param failures in a row, since the last success
 */
public record Endpoint(
        UUID id,
        String url,
        String description,
        List<String> events,
        State state,
        @Nullable Instant failingSince,
        int failures,
        Instant createdAt) {
    /** Whether it is written to, and if not, why. */
    public enum State {
        ON,
        /** By hand. */
        OFF,
        /** It answered 410. */
        GONE,
        /** After too many failures; what happens meanwhile waits. */
        PAUSED
    }

    /** Names host and state only: an address may hold a token. */
    @Override
    public String toString() {
        return "[webhook " + id + " " + state + "]";
    }
}
