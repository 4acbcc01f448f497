package health.consilium.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MutableClock extends Clock {
    private final AtomicReference<Instant> now;

    public MutableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Never back, as {@link #set}. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new AssertionError("the clock that all tests share does not go back by " + by.negated());
        }
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** Never back: timers that wait for a later moment by this clock would sleep among the tests of other classes. */
    public void set(Instant instant) {
        Instant before = now.getAndUpdate(known -> instant.isBefore(known) ? known : instant);
        if (instant.isBefore(before)) {
            throw new AssertionError(
                    "the clock that all tests share is at " + before + " and does not go back to " + instant);
        }
    }

    /** Also back: for tests that have a clock, and all timers that look at it, to themselves. */
    public void reset(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests keep UTC");
    }
}
