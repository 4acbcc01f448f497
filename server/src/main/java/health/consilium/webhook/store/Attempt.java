package health.consilium.webhook.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try.
 *
 * @param status of HTTP; 0: no answer
 * @param problem why there is none: TIMEOUT, PRIVATE_ADDRESS, UNKNOWN_HOST, TLS, NO_CONNECTION
 */
public record Attempt(
        int number, Instant at, int status, @Nullable String problem, int millis) {}
