package health.consilium.notification.push;

import health.consilium.kernel.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/** What follows from a push service's answer. */
sealed interface Retry {
    /** It has the message, or there is no use in trying on. */
    record Enough() implements Retry {}

    /** The browser does not listen any more; it is to be forgotten. */
    record Forget() implements Retry {}

    record Again(Duration after) implements Retry {}

    Duration FIRST = Duration.ofSeconds(1);
    Duration LONGEST = Duration.ofSeconds(16);
    int TOO_MANY = 429;

    /**
     * @param attempt how many were made with this one
     * @param until when the message is of no use any more
     */
    static Retry after(Courier.Answer answer, int attempt, Instant now, Instant until) {
        int status = answer.status();
        if (status == 404 || status == 410) {
            return new Forget();
        }
        if (status != 0 && status != TOO_MANY && status < 500) {
            return new Enough();
        }
        Duration backoff = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration wait = backoff.compareTo(LONGEST) < 0 ? backoff : LONGEST;
        Duration asked = RetryAfter.asked(answer.retryAfter(), now);
        if (asked.compareTo(wait) > 0) {
            wait = asked;
        }
        return now.plus(wait).isBefore(until) ? new Again(wait) : new Enough();
    }
}
