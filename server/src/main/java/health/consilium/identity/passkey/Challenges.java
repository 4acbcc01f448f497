package health.consilium.identity.passkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The random numbers that passkeys sign: each for one purpose and one browser, good once and for five minutes. They live in
 * memory: after a restart the page asks for a new one.
 */
@Component
class Challenges {
    static final Duration GOOD = Duration.ofMinutes(5);
    private static final int BYTES = 32;
    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<Asked, Open> open =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(GOOD).build();
    private final Clock clock;

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /** What the answer will do. An answer to one question does nothing else. */
    enum Purpose {
        MAKE,
        SECOND_STEP,
        SIGN_IN
    }

    private record Asked(Purpose purpose, String browser) {}

    private record Open(byte[] challenge, Instant until) {}

    /**
     * Takes the place of an earlier one of the same browser.
     *
     * @param browser what only that browser can show
     */
    byte[] ask(Purpose purpose, String browser) {
        byte[] challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        open.put(
                new Asked(purpose, browser), new Open(challenge, clock.instant().plus(GOOD)));
        return challenge;
    }

    /**
     * Once, whatever comes of it.
     *
     * @throws Problem PASSKEY_LATE
     */
    byte[] take(Purpose purpose, String browser) {
        Open asked = open.asMap().remove(new Asked(purpose, browser));
        if (asked == null || !clock.instant().isBefore(asked.until)) {
            throw new Problem(
                    ErrorCode.PASSKEY_LATE,
                    "That took longer than five minutes. Please begin with your passkey again.");
        }
        return asked.challenge;
    }
}
