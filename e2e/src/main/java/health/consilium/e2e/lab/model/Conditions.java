package health.consilium.e2e.lab.model;

import java.time.Duration;

/**
 * What one direction of a link does to packets.
 *
 * @param cut nothing gets through
 * @param loss share of packets lost by chance, each by itself, 0 to 1
 * @param delay what every packet takes
 * @param jitter what a packet takes on top, from nothing to this
 * @param reordering whether each packet draws its own jitter and may overtake, as on several ways; else the jitter comes
 *     and goes within tens of milliseconds and the order is kept, as behind one queue
 * @param stalls pauses as of Wi-Fi
 * @param bitsPerSecond width; 0: unlimited
 * @param queue how long a packet may wait for its turn at that width; what would wait longer is dropped (tail drop)
 */
public record Conditions(
        boolean cut,
        double loss,
        Duration delay,
        Duration jitter,
        boolean reordering,
        Stalls stalls,
        long bitsPerSecond,
        Duration queue) {
    /** As if the two ends were one computer. */
    public static final Conditions CLEAN =
            new Conditions(false, 0, Duration.ZERO, Duration.ZERO, false, Stalls.NONE, 0, Duration.ofMillis(500));

    public Conditions {
        if (loss < 0 || loss > 1 || bitsPerSecond < 0 || delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("no network is like that");
        }
    }

    /**
     * Now and then the link stands still, and what came meanwhile leaves in one burst: interference, power saving, a
     * scan for other channels.
     *
     * @param every from the end of one to the beginning of the next, on average (exponentially spread)
     * @param length the longest; evenly spread from half of it
     */
    public record Stalls(Duration every, Duration length) {
        public static final Stalls NONE = new Stalls(Duration.ZERO, Duration.ZERO);

        boolean none() {
            return length.isZero();
        }
    }

    public Conditions withCut(boolean value) {
        return new Conditions(value, loss, delay, jitter, reordering, stalls, bitsPerSecond, queue);
    }

    public Conditions withLoss(double share) {
        return new Conditions(cut, share, delay, jitter, reordering, stalls, bitsPerSecond, queue);
    }

    public Conditions withDelay(Duration value) {
        return new Conditions(cut, loss, value, jitter, reordering, stalls, bitsPerSecond, queue);
    }

    public Conditions withJitter(Duration longest, boolean reorders) {
        return new Conditions(cut, loss, delay, longest, reorders, stalls, bitsPerSecond, queue);
    }

    public Conditions withStalls(Duration every, Duration length) {
        return new Conditions(cut, loss, delay, jitter, reordering, new Stalls(every, length), bitsPerSecond, queue);
    }

    public Conditions withRate(long bits) {
        return new Conditions(cut, loss, delay, jitter, reordering, stalls, bits, queue);
    }

    public Conditions withQueue(Duration longest) {
        return new Conditions(cut, loss, delay, jitter, reordering, stalls, bitsPerSecond, longest);
    }
}
