package health.consilium.recording.session;

import health.consilium.identity.UserId;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.RecordingStore;
import health.consilium.signalling.frame.ClientFrame.Trouble;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that nothing arrives of what should be recorded: a page that hangs does not say so. The doctor is told, and again when
 * something arrives. The recording goes on: a page without a connection keeps what it records and sends it later.
 */
@Component
class Silence {
    /** Pages send a part a second. */
    static final Duration LONG = Duration.ofSeconds(30);

    private static final long EVERY_MS = 5_000;

    private final RecordingStore store;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Set<UUID> told = new HashSet<>();

    Silence(RecordingStore store, Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(initialDelay = EVERY_MS, fixedDelay = EVERY_MS)
    synchronized void look() {
        Instant now = clock.instant();
        List<UUID> silent = store.silent(now.minus(LONG));
        for (UUID recording : silent) {
            if (told.add(recording)) {
                metrics.counter("consilium.recording.trouble", "kind", "nothing_arrives")
                        .increment();
                store.find(recording).ifPresent(r -> tell(r, Trouble.SLOW, now));
            }
        }
        Set<UUID> again = new HashSet<>(told);
        again.removeAll(Set.copyOf(silent));
        for (UUID recording : again) {
            told.remove(recording);
            store.find(recording).filter(r -> !r.phase().over()).ifPresent(r -> tell(r, null, now));
        }
    }

    private void tell(Recording r, @Nullable Trouble trouble, Instant now) {
        UserId from = r.recorder().orElse(r.doctor());
        outbox.toPerson(
                r.consultation(), r.doctor(), new ServerFrame.RecordingHealth(from.value(), r.id(), trouble, now));
    }
}
