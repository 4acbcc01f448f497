package health.consilium.e2e.lab.model;

import health.consilium.e2e.lab.model.Conditions.Stalls;
import java.util.random.RandomGenerator;

/** When a link stands still; drawn as time goes on. */
final class StallSchedule {
    private final RandomGenerator chance;
    private Stalls stalls = Stalls.NONE;
    private long begins;
    private long ends;

    StallSchedule(RandomGenerator chance) {
        this.chance = chance;
    }

    /** When what is ready to leave at that time may leave. Times never go back. */
    long after(long time, Stalls now) {
        if (now.none()) {
            stalls = now;
            return time;
        }
        if (!now.equals(stalls)) {
            stalls = now;
            drawFrom(time);
        }
        while (time >= ends) {
            drawFrom(ends);
        }
        return time >= begins ? ends : time;
    }

    private void drawFrom(long time) {
        double pause = -Math.log(1 - chance.nextDouble()) * stalls.every().toNanos();
        begins = time + (long) pause;
        ends = begins + (long) (stalls.length().toNanos() * (0.5 + chance.nextDouble() / 2));
    }
}
