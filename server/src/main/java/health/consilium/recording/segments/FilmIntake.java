package health.consilium.recording.segments;

import health.consilium.kernel.Sha256;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.spi.SegmentStore.StorageFull;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a whole film in, in pieces that are each sealed before the next is read: nothing of it lies open on the disk. */
@Component
public class FilmIntake {
    static final int PIECE = 1024 * 1024;

    private final Segments segments;
    private final TakeStore takes;
    private final Clock clock;

    FilmIntake(Segments segments, TakeStore takes, Clock clock) {
        this.segments = segments;
        this.takes = takes;
        this.clock = clock;
    }

    /**
     * Again, after it broke off: what is there is not stored twice.
     *
     * @param length of the film in bytes
     * @throws StorageFull before anything is read when there is no room for what is not there yet, or as soon as there is none
     * @throws IOException when fewer bytes come, or the store does not answer; may be tried again
     */
    public void keep(Recording recording, int take, Instant from, Duration duration, long length, InputStream film)
            throws IOException {
        if (segments.free() < length - there(recording.id(), take)) {
            throw new StorageFull();
        }
        int pieces = Math.toIntExact(Math.max(1, (length + PIECE - 1) / PIECE));
        for (int i = 0; i < pieces; i++) {
            boolean last = i == pieces - 1;
            int size = Math.toIntExact(last ? length - (long) i * PIECE : PIECE);
            byte[] content = film.readNBytes(size);
            if (content.length < size) {
                throw new EOFException("the film broke off");
            }
            if (segments.find(recording.id(), take, i).isEmpty()) {
                Segment piece = new Segment(
                        recording.id(),
                        take,
                        i,
                        last,
                        UUID.randomUUID(),
                        size,
                        Sha256.hex(content),
                        from.plus(duration.multipliedBy(i).dividedBy(pieces)),
                        from.plus(duration.multipliedBy(i + 1L).dividedBy(pieces)));
                segments.keep(piece, content, clock.instant());
            }
        }
        takes.end(recording.id(), take, pieces);
    }

    private long there(UUID recording, int take) {
        return segments.of(recording).stream()
                .filter(piece -> piece.take() == take)
                .mapToLong(Segment::size)
                .sum();
    }

    /** Whether the film is here as a whole, or will never be. */
    public boolean isDone(UUID recording, int take) {
        return takes.of(recording).stream().anyMatch(one -> one.take() == take && (one.ended() || one.cutAt() != null));
    }
}
