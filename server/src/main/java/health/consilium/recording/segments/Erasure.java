package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.Problem;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.FilmStore;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deleting a recording: its key goes first, and with it everything; then what is left of it goes. */
@Component
public class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final long HOUR_MS = 3_600_000;
    private static final long MINUTE_MS = 60_000;

    private final Shredding shredding;
    private final RecordingStore recordings;
    private final SegmentIndex index;
    private final FilmStore films;
    private final SegmentStore store;
    private final Vault vault;
    private final Clock clock;

    Erasure(
            Shredding shredding,
            RecordingStore recordings,
            SegmentIndex index,
            FilmStore films,
            SegmentStore store,
            Vault vault,
            Clock clock) {
        this.shredding = shredding;
        this.recordings = recordings;
        this.index = index;
        this.films = films;
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Again: nothing more happens. A crash in between leaves noise, which {@link #sweepRemains} takes away.
     *
     * @param by null when its time is over
     * @throws Problem NOT_FOUND; RECORDING_UNAVAILABLE while it goes on
     */
    public void erase(UUID id, @Nullable UserId by) {
        if (shredding.shred(id, by)) {
            log.info("recording {} was erased", id);
        }
        removeRemains(id);
    }

    private void removeRemains(UUID id) {
        try {
            store.delete(id);
        } catch (IOException e) {
            // Noise by now: it goes with the next sweep that reaches it.
            log.warn("the parts of erased recording {} cannot be removed yet: {}", id, e.getMessage());
            return;
        }
        films.forget(id);
        index.forget(id);
    }

    /** What the next run erases: kept as long as people were told, whatever the clinic decided since. */
    public List<UUID> due() {
        return recordings.keptUntil(clock.instant());
    }

    @Scheduled(initialDelay = HOUR_MS, fixedDelay = HOUR_MS)
    void eraseDue() {
        each("erased", due(), id -> erase(id, null));
    }

    /** One that cannot be erased now must not keep the others: the next run tries it again. */
    private static void each(String what, List<UUID> ids, Consumer<UUID> act) {
        for (UUID id : ids) {
            try {
                act.accept(id);
            } catch (RuntimeException e) {
                log.error("recording {} could not be {} now", id, what, e);
            }
        }
    }

    /** Of recordings whose key is gone: somebody took their consent back, a crash came in between, a part came too late. */
    @Scheduled(initialDelay = MINUTE_MS, fixedDelay = MINUTE_MS)
    public void sweepRemains() {
        vault.forgetDestroyed();
        each("swept", recordings.remains(), this::removeRemains);
    }
}
