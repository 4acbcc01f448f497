package health.consilium.e2e.lab.model;

import java.util.concurrent.atomic.LongAdder;

/** Written by the one thread that forwards, read by any. */
final class Counters {
    private final LongAdder packets = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void arrived() {
        packets.increment();
    }

    void passed(int size) {
        bytes.add(size);
    }

    long lost() {
        lost.increment();
        return Lane.LOST;
    }

    long dropped() {
        dropped.increment();
        return Lane.LOST;
    }

    long cut() {
        cut.increment();
        return Lane.LOST;
    }

    LaneStatistics read() {
        return new LaneStatistics(packets.sum(), lost.sum(), dropped.sum(), cut.sum(), bytes.sum());
    }
}
