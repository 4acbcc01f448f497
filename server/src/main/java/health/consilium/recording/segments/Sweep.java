package health.consilium.recording.segments;

import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.store.SegmentIndex.Segment;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a crash left behind, half written or written and not confirmed, goes before the first page is answered. */
@Component
class Sweep {
    private final SegmentStore store;
    private final SegmentIndex index;

    Sweep(SegmentStore store, SegmentIndex index) {
        this.store = store;
        this.index = index;
    }

    @PostConstruct
    void sweep() {
        try {
            for (UUID recording : store.recordings()) {
                Set<UUID> known =
                        index.of(recording).stream().map(Segment::name).collect(Collectors.toSet());
                for (UUID name : store.names(recording)) {
                    if (!known.contains(name)) {
                        store.delete(recording, name);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
