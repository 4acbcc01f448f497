package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Sha256;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.Coverage;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes segments in: covered by everybody's consent, undamaged, encrypted, and on the disk before they are confirmed. */
@Component
public class Intake {
    private final Admission admission;
    private final TakeStore takes;
    private final Segments segments;
    private final Coverage coverage;
    private final Recordings recordings;
    private final Outage outage;
    private final MeterRegistry metrics;
    private final Clock clock;

    Intake(
            Admission admission,
            TakeStore takes,
            Segments segments,
            Coverage coverage,
            Recordings recordings,
            Outage outage,
            MeterRegistry metrics,
            Clock clock) {
        this.admission = admission;
        this.takes = takes;
        this.segments = segments;
        this.coverage = coverage;
        this.recordings = recordings;
        this.outage = outage;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What arrives: its place, when it was recorded by the server's clock, and what its SHA-256 should be (hex). */
    public record Arriving(
            UUID recording, int take, int index, boolean last, Instant from, Instant to, String sha256) {}

    /**
     * Twice the same is stored once.
     *
     * @throws Problem NOT_FOUND, RECORDING_UNAVAILABLE, SEGMENT_DAMAGED, SEGMENT_DIFFERS, SEGMENT_NOT_COVERED, STORAGE_FULL, STORAGE_AWAY
     */
    public void take(Arriving arriving, byte[] content, UserId who) {
        Recording recording = admission.admit(arriving.recording, arriving.take, who);
        if (!Sha256.hex(content).equals(arriving.sha256)) {
            throw new Problem(ErrorCode.SEGMENT_DAMAGED, "This part arrived damaged. Please send it again.");
        }
        if (stored(arriving)) {
            return;
        }
        if (beyondTheEnd(arriving)) {
            throw new Problem(ErrorCode.SEGMENT_DIFFERS, "This take has had its last part already.");
        }
        if (!coverage.covers(arriving.recording, arriving.from, arriving.to, clock.instant())) {
            count("not_covered");
            if (!coverage.isAhead(arriving.to, clock.instant())) {
                takes.cut(arriving.recording, arriving.take, arriving.index);
            }
            throw new Problem(
                    ErrorCode.SEGMENT_NOT_COVERED,
                    "Not everybody present had agreed when this was recorded, so it is not kept.");
        }
        keep(arriving, content, recording);
    }

    private boolean stored(Arriving arriving) {
        Optional<Segment> known = segments.find(arriving.recording, arriving.take, arriving.index);
        if (known.isPresent() && !known.get().sha256().equals(arriving.sha256)) {
            throw new Problem(
                    ErrorCode.SEGMENT_DIFFERS, "A part of that number is stored already, with other content.");
        }
        known.filter(Segment::last).ifPresent(last -> takes.end(arriving.recording, arriving.take, last.index() + 1));
        return known.isPresent();
    }

    private boolean beyondTheEnd(Arriving arriving) {
        return takes.of(arriving.recording).stream()
                .anyMatch(take -> take.take() == arriving.take && take.ended() && arriving.index >= take.segments());
    }

    private void keep(Arriving a, byte[] content, Recording recording) {
        Segment segment = new Segment(
                a.recording, a.take, a.index, a.last, UUID.randomUUID(), content.length, a.sha256, a.from, a.to);
        try {
            if (!segments.keep(segment, content, clock.instant())) {
                stored(a);
                return;
            }
        } catch (SegmentStore.StorageFull e) {
            recordings.storageFull(recording.consultation());
            count("full");
            throw new Problem(ErrorCode.STORAGE_FULL, "There is no room left for this recording. It has stopped.");
        } catch (IOException e) {
            throw away(e, recording);
        }
        outage.stored();
        count("stored");
        metrics.counter("consilium.recording.bytes").increment(content.length);
    }

    private Problem away(IOException how, Recording recording) {
        if (outage.failed(how)) {
            recordings.storageAway(recording.consultation());
        }
        count("away");
        return new Problem(
                ErrorCode.STORAGE_AWAY,
                "This part cannot be stored right now. Please keep the page open: it is sent again by itself.");
    }

    private void count(String result) {
        metrics.counter("consilium.recording.segments", "result", result).increment();
    }
}
