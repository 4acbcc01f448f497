package health.consilium.conferencing.daily;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How fast Daily lets itself be asked, kept by us, so that a full clinic is not refused. Daily counts over a window: a burst of
 * half of it and the other half as time goes by never pass it, wherever the window begins.
 */
final class Pace {
    /** Each has a count of its own at Daily. */
    enum Lane {
        ORDINARY(100, Duration.ofSeconds(5)),
        /** Deleting rooms, listing recordings. */
        SLOW(50, Duration.ofSeconds(30)),
        /** Starting to record. */
        START(5, Duration.ofSeconds(5));

        final int most;
        final Duration window;

        Lane(int most, Duration window) {
            this.most = most;
            this.window = window;
        }
    }

    private final Pause pause;
    private final Map<Lane, Bucket> lanes = new EnumMap<>(Lane.class);

    Pace(Pause pause) {
        this.pause = pause;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, bucket(lane));
        }
    }

    private Bucket bucket(Lane lane) {
        int burst = lane.most / 2;
        return Bucket.builder()
                .withCustomTimePrecision(new Measured(pause))
                .addLimit(limit -> limit.capacity(burst).refillGreedy(lane.most - burst, lane.window))
                .build();
    }

    /** Waits for its turn. @return false when that would take longer than the patience */
    boolean enter(Lane lane, Duration patience) {
        Bucket bucket = Objects.requireNonNull(lanes.get(lane));
        long last = pause.nanos() + patience.toNanos();
        while (true) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return true;
            }
            long wait = Math.max(1, probe.getNanosToWaitForRefill());
            if (pause.nanos() + wait > last) {
                return false;
            }
            pause.rest(Duration.ofNanos(wait));
        }
    }

    private record Measured(Pause pause) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return pause.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
