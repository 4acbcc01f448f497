package health.consilium.recording.segments;

import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.FilmStore;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.store.SegmentIndex.Segment;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a crash left behind, half written or written and not confirmed, goes before the first page is answered. Nothing was on
 * its way to a recording that is sealed.
 */
@Component
class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final SegmentStore store;
    private final SegmentIndex index;
    private final FilmStore films;

    Sweep(SegmentStore store, SegmentIndex index, FilmStore films) {
        this.store = store;
        this.index = index;
        this.films = films;
    }

    @PostConstruct
    void sweep() {
        try {
            Set<UUID> open = new HashSet<>(store.recordings());
            open.removeAll(films.sealed());
            for (UUID recording : open) {
                Set<UUID> known =
                        index.of(recording).stream().map(Segment::name).collect(Collectors.toSet());
                for (UUID name : store.names(recording)) {
                    if (!known.contains(name)) {
                        store.delete(recording, name);
                    }
                }
            }
        } catch (SegmentStore.StoreAway e) {
            log.warn("what a crash may have left of recordings is not looked for: their store {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
