package health.consilium.prescription.web;

import health.consilium.kernel.Buckets;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A pharmacy checks a few papers a minute; whoever tries codes is slowed down, by address. */
@Component
class VerifyThrottle {
    private static final int A_MINUTE = 30;

    private final Buckets buckets;

    VerifyThrottle(Clock clock) {
        this.buckets = new Buckets(clock);
    }

    void pay(String address) {
        long nanos = buckets.named(address, A_MINUTE, Duration.ofMinutes(1))
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
}
