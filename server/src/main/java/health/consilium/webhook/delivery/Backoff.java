package health.consilium.webhook.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
        Duration asked = least(asked(retryAfter, now));
        return asked.compareTo(wait) > 0 ? asked : wait;
    }

    private static Duration least(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** Seconds or a date (RFC 9110, 10.2.3); what cannot be read asks for nothing. */
    private static Duration asked(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        try {
            return header.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
