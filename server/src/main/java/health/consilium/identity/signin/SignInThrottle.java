package health.consilium.identity.signin;

import health.consilium.identity.IdentityProperties;
import health.consilium.kernel.Buckets;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, by account and by address. A try is paid before the password is looked at, so that many at once
 * cannot slip through together; a right password gets it back.
 */
@Component
public class SignInThrottle {
    private final IdentityProperties settings;
    private final Buckets buckets;

    SignInThrottle(IdentityProperties settings, Clock clock) {
        this.settings = settings;
        this.buckets = new Buckets(clock);
    }

    public void pay(String email, String address) {
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
            throw tooMany(wait);
        }
    }

    static Problem tooMany(long nanosToWait) {
        long seconds = Math.max(1, Duration.ofNanos(nanosToWait).toSeconds() + 1);
        return new Problem(
                ErrorCode.TOO_MANY_ATTEMPTS,
                "Too many tries. Please wait " + seconds + " seconds and try again.",
                Map.of("retryAfterSeconds", seconds));
    }

    public void giveBack(String email, String address) {
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
    private Bucket bucket(String key) {
        int attempts = key.startsWith("address") ? settings.attemptsPerAddress() : settings.attemptsPerMinute();
        return buckets.named(key, attempts, Duration.ofMinutes(1));
    }
}
