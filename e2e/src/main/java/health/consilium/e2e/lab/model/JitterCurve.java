package health.consilium.e2e.lab.model;

import java.util.random.RandomGenerator;

/**
 * Jitter of a queue that fills and empties: from one drawn value to the next in a straight line. Values drawn for each
 * packet would not do: with the order kept, every packet would wait behind the unluckiest before it, and the jitter would
 * become a delay.
 */
final class JitterCurve {
    private static final long SHORTEST_PERIOD = 40_000_000L;

    private final RandomGenerator chance;
    private long longest;
    private long period;
    private long since;
    private long from;
    private long to;

    JitterCurve(RandomGenerator chance) {
        this.chance = chance;
    }

    /** What a packet takes on top at that time, from nothing to the longest. Times never go back. */
    long at(long time, long most) {
        if (most != longest) {
            begin(time, most);
        }
        while (time - since >= period) {
            since += period;
            from = to;
            to = chance.nextLong(longest + 1);
        }
        return from + (long) ((double) (to - from) * (time - since) / period);
    }

    /** The period is at least the longest jitter, so that the delay never falls faster than time goes by. */
    private void begin(long time, long most) {
        longest = most;
        period = Math.max(SHORTEST_PERIOD, most);
        since = time;
        from = chance.nextLong(longest + 1);
        to = chance.nextLong(longest + 1);
    }
}
