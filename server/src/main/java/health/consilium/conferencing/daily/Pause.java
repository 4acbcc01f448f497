package health.consilium.conferencing.daily;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting, so that tests need not. */
interface Pause {
    Pause REAL = new Pause() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void rest(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, DailyApi.AWAY);
            }
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** A clock that only measures. */
    long nanos();

    void rest(Duration time);

    /** Anything from 0 to 1, so that many who wait do not come back at once. */
    double chance();
}
