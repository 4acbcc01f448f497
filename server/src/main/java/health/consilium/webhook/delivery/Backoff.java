package health.consilium.webhook.delivery;

import health.consilium.kernel.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to try again: 5 s, then four times as long each time, eight hours at most; a receiver may ask for more. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(8);
    private static final int GROWS_FOR = 8;

    private Backoff() {}

    /**
     * @param attempt how many were made with this one
     * @param retryAfter the receiver's header of that name
     */
    static Duration after(int attempt, @Nullable String retryAfter, Instant now) {
        Duration wait = least(FIRST.multipliedBy(1L << 2 * Math.min(attempt - 1, GROWS_FOR)));
        Duration asked = least(RetryAfter.asked(retryAfter, now));
        return asked.compareTo(wait) > 0 ? asked : wait;
    }

    private static Duration least(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
