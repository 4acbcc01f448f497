package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    private final RecordingStore recordings;
    private final Vault vault;
    private final Ledger ledger;
    private final SegmentStore store;
    private final RecordingProperties settings;
    private final Clock clock;

    Erasure(
            RecordingStore recordings,
            Vault vault,
            Ledger ledger,
            SegmentStore store,
            RecordingProperties settings,
            Clock clock) {
        this.recordings = recordings;
        this.vault = vault;
        this.ledger = ledger;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Again: nothing more happens. A crash in between leaves noise, which the next time takes away.
     *
     * @param by null when its time is over
     * @throws Problem NOT_FOUND; RECORDING_UNAVAILABLE while it goes on
     */
    public void erase(UUID id, @Nullable UserId by) {
        Recording recording = recordings
                .find(id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording is not known here."));
        if (!recording.phase().over()) {
            throw new Problem(
                    ErrorCode.RECORDING_UNAVAILABLE, "This recording is still going on. Please stop it first.");
        }
        if (vault.destroy(id)) {
            recordings.deleted(id);
            ledger.append(id, clock.instant(), "ERASED", by, null);
            log.info("recording {} was erased", id);
        }
        try {
            store.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the next run erases: kept as long as people were told. */
    public List<UUID> due() {
        Instant before = clock.instant().minus(Duration.ofDays(settings.keptDays()));
        return recordings.stoppedBefore(before);
    }

    @Scheduled(initialDelay = HOUR_MS, fixedDelay = HOUR_MS)
    void eraseDue() {
        due().forEach(id -> erase(id, null));
    }
}
