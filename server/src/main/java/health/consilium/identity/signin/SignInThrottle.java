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

/**
 * Slows down guessing, by account and by address. A try is paid before the password is looked at, so that many at once
 * cannot slip through together; a right password gets it back.
 */
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

    void pay(String email, String address) {
        Bucket account = bucket(account(email));
        Bucket from = bucket(from(address));
        long wait = nanosToWait(account);
        if (wait == 0) {
            wait = nanosToWait(from);
            if (wait > 0) {
                account.addTokens(1);
            }
        }
        if (wait > 0) {
            long seconds = Math.max(1, Duration.ofNanos(wait).toSeconds() + 1);
            throw new Problem(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "Too many tries. Please wait " + seconds + " seconds and try again.",
                    Map.of("retryAfterSeconds", seconds));
        }
    }

    void giveBack(String email, String address) {
        bucket(account(email)).addTokens(1);
        bucket(from(address)).addTokens(1);
    }

    /** Zero when the try was paid. */
    private static long nanosToWait(Bucket bucket) {
        return bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
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
