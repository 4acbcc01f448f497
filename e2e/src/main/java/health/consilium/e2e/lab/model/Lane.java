package health.consilium.e2e.lab.model;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * One direction of a link. One thread sends packets through it; the conditions may be changed and the counters read by
 * any.
 */
public final class Lane {
    /** Instead of a time: the packet does not arrive. */
    public static final long LOST = -1;

    private static final double NANOS_A_SECOND = 1e9;

    private final RandomGenerator chance;
    private final StallSchedule stalls;
    private final JitterCurve curve;
    private final Counters counters = new Counters();
    private volatile Conditions conditions = Conditions.CLEAN;
    /** When the last packet that was let in will be through the narrow part. */
    private long free;
    /** When the last packet left, or will leave. */
    private long last;

    public Lane(long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        this.chance = seeds.split();
        this.stalls = new StallSchedule(seeds.split());
        this.curve = new JitterCurve(seeds.split());
    }

    public Conditions conditions() {
        return conditions;
    }

    public synchronized void change(UnaryOperator<Conditions> change) {
        conditions = change.apply(conditions);
    }

    public LaneStatistics statistics() {
        return counters.read();
    }

    /**
     * A packet comes in.
     *
     * @param now nanoseconds, never less than at the packet before
     * @return when it leaves, at the earliest now, or {@link #LOST}
     */
    public long leaves(long now, int bytes) {
        Conditions link = conditions;
        counters.arrived();
        if (link.cut()) {
            return counters.cut();
        }
        if (link.loss() > 0 && chance.nextDouble() < link.loss()) {
            return counters.lost();
        }
        long at = now;
        if (link.bitsPerSecond() > 0) {
            long turn = Math.max(now, free);
            if (turn - now > link.queue().toNanos()) {
                return counters.dropped();
            }
            at = turn + (long) (bytes * 8 * NANOS_A_SECOND / link.bitsPerSecond());
            free = at;
        }
        at = stalls.after(at, link.stalls()) + link.delay().toNanos() + jitter(now, link);
        if (!link.reordering()) {
            at = Math.max(at, last);
        }
        last = at;
        counters.passed(bytes);
        return at;
    }

    private long jitter(long now, Conditions link) {
        long longest = link.jitter().toNanos();
        if (longest == 0) {
            return 0;
        }
        return link.reordering() ? chance.nextLong(longest + 1) : curve.at(now, longest);
    }
}
