package health.consilium.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what must come true; never for time to pass. */
public final class Await {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private Await() {}

    /** @throws AssertionError naming what did not come true */
    public static void until(String what, Duration limit, BooleanSupplier holds) {
        value(what, limit, holds::getAsBoolean, Boolean::booleanValue);
    }

    /** The first value that is wanted. */
    public static <T> T value(String what, Duration limit, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "not within " + limit.toSeconds() + " s: " + what + " (last seen: " + seen + ")");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
