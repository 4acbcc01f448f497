package health.consilium.prescription.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A pharmacy checks a few papers a minute; whoever tries codes is slowed down, by address. */
@Component
class VerifyThrottle {
    private static final int A_MINUTE = 30;
    private static final int REMEMBERED = 20_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final TimeMeter time;

    VerifyThrottle(Clock clock) {
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

    void pay(String address) {
        long nanos = buckets.get(address, ignored -> bucket())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill();
        if (nanos > 0) {
            long seconds = Duration.ofNanos(nanos).toSeconds() + 1;
            throw new Problem(
                    ErrorCode.TOO_FAST,
                    "Too many codes at once. Please wait " + seconds + " seconds and try again.",
                    Map.of("retryAfterSeconds", seconds));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
