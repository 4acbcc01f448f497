package health.consilium.notification.outbox;

import java.time.Duration;
import java.time.Instant;

/** How long to wait after an attempt that failed. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 10;
    /** What is of use for a short time only is tried more often. */
    private static final int PART_OF_WHAT_IS_LEFT = 4;

    private Backoff() {}

    /** @param attempt how many failed, this one included */
    static Duration after(int attempt, Instant now, Instant expiresAt) {
        Duration wait = min(FIRST.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, DOUBLINGS)), LONGEST);
        Duration left = Duration.between(now, expiresAt).dividedBy(PART_OF_WHAT_IS_LEFT);
        return left.compareTo(FIRST) < 0 ? FIRST : min(wait, left);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
