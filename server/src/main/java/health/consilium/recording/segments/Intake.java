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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes segments in: covered by everybody's consent, undamaged, encrypted, and on the disk before they are confirmed. */
@Component
public class Intake {
    /** Pages send one a second; one that was short of everything sends late and much, and never so much. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** A day of what pages record: one that sends more sends something else, and must not fill the disk of all. */
    static final long MOST_BYTES = 20L * 1024 * 1024 * 1024;

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
     * @throws Problem NOT_FOUND, RECORDING_UNAVAILABLE, SEGMENT_DAMAGED, SEGMENT_DIFFERS, SEGMENT_NOT_COVERED, SEGMENT_AHEAD, STORAGE_FULL, STORAGE_AWAY
     */
    public void take(Arriving arriving, byte[] content, UserId who) {
        Recording recording = admission.admit(arriving.recording, arriving.take, who);
        if (!Sha256.hex(content).equals(arriving.sha256)) {
            throw new Problem(ErrorCode.SEGMENT_DAMAGED, "This part arrived damaged. Please send it again.");
        }
        if (stored(arriving)) {
            return;
        }
        keep(arriving, believed(arriving, content.length), content, recording);
    }

    /** @throws Problem when it is not to be kept, or not yet */
    private Segment believed(Arriving arriving, int size) {
        TakeStore.Take take = takes.of(arriving.recording).stream()
                .filter(one -> one.take() == arriving.take)
                .findFirst()
                .orElseThrow();
        if (take.ended() && arriving.index >= take.segments()) {
            throw new Problem(ErrorCode.SEGMENT_DIFFERS, "This take has had its last part already.");
        }
        Instant now = clock.instant();
        if (coverage.isAhead(arriving.to, now)) {
            count("ahead");
            throw new Problem(ErrorCode.SEGMENT_AHEAD, "This part came before its time. It is sent again by itself.");
        }
        if (take.cutAt() != null && arriving.index >= take.cutAt()) {
            throw notKept("A part before this one was recorded when not everybody agreed any more, so it is not kept.");
        }
        Segment segment = segment(arriving, size);
        if (!canBe(segment, take)) {
            takes.cut(arriving.recording, arriving.take, arriving.index);
            throw notKept("This part cannot have been recorded then, so it is not kept.");
        }
        if (!coverage.covers(arriving.recording, arriving.from, arriving.to, now)) {
            takes.cut(arriving.recording, arriving.take, arriving.index);
            throw notKept("Not everybody present had agreed when this was recorded, so it is not kept.");
        }
        return segment;
    }

    private Problem notKept(String why) {
        count("not_covered");
        return new Problem(ErrorCode.SEGMENT_NOT_COVERED, why);
    }

    /** A page says itself when it recorded what it sends: it is believed within what can be. */
    private boolean canBe(Segment segment, TakeStore.Take take) {
        return !segment.to().isBefore(segment.from())
                && Duration.between(segment.from(), segment.to()).compareTo(LONGEST) <= 0
                && !segment.from().isBefore(take.openedAt().minus(Coverage.CLOCKS))
                && segments.inOrder(segment, Coverage.CLOCKS);
    }

    private static Segment segment(Arriving a, int size) {
        return new Segment(a.recording, a.take, a.index, a.last, UUID.randomUUID(), size, a.sha256, a.from, a.to);
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

    private void keep(Arriving a, Segment segment, byte[] content, Recording recording) {
        try {
            if (segments.bytes(a.recording) + content.length > MOST_BYTES) {
                throw new SegmentStore.StorageFull();
            }
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
