package health.consilium.recording.session;

import health.consilium.recording.spi.SegmentStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Room for recordings. */
@Component
public class Room {
    /** What one part may need. */
    private static final long ENOUGH = 8 * 1024 * 1024;

    private final SegmentStore store;

    Room(SegmentStore store, MeterRegistry metrics) {
        this.store = store;
        Gauge.builder("consilium.recording.room", this, Room::free)
                .baseUnit("bytes")
                .register(metrics);
    }

    /** Whether something can be stored now. */
    public enum Standing {
        WELL,
        FULL,
        /** The store does not answer. */
        AWAY
    }

    public Standing standing() {
        try {
            return store.free() >= ENOUGH ? Standing.WELL : Standing.FULL;
        } catch (IOException away) {
            return Standing.AWAY;
        }
    }

    private double free() {
        try {
            return store.free();
        } catch (IOException nothingCanBeWritten) {
            return 0;
        }
    }
}
