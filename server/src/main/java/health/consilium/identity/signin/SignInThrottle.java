package health.consilium.identity.signin;

import health.consilium.identity.IdentityProperties;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down guessing, by account and by address. Only failures count, so a right password is never held up by itself. */
@Component
class SignInThrottle {
    private static final int REMEMBERED = 20_000;

    private final IdentityProperties settings;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(IdentityProperties settings, Clock clock) {
        this.settings = settings;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    void check(String email, String address) {
        long wait = Math.max(nanosToWait(account(email)), nanosToWait(from(address)));
        if (wait > 0) {
            long seconds = Math.max(1, Duration.ofNanos(wait).toSeconds() + 1);
            throw new Problem(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "Too many tries. Please wait " + seconds + " seconds and try again.",
                    Map.of("retryAfterSeconds", seconds));
        }
    }

    void failed(String email, String address) {
        bucket(account(email)).tryConsume(1);
        bucket(from(address)).tryConsume(1);
    }

    private long nanosToWait(String key) {
        return bucket(key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    private static String account(String email) {
        return "account " + email.toLowerCase(Locale.ROOT);
    }

    private static String from(String address) {
        return "address " + address;
    }

    /** Behind one address may sit a whole clinic. */
    private synchronized Bucket bucket(String key) {
        int attempts = key.startsWith("address") ? settings.attemptsPerAddress() : settings.attemptsPerMinute();
        return buckets.computeIfAbsent(
                key,
                ignored -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, Duration.ofMinutes(1)))
                        .build());
    }
}
