package health.consilium.signalling.session;

import java.time.Duration;

/** Time that only goes forward, for silence and grace: changing the computer's clock must not end a call. */
@FunctionalInterface
public interface Ticker {
    /** Since some fixed moment. */
    Duration now();
}
