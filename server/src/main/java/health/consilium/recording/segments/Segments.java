package health.consilium.recording.segments;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import health.consilium.recording.vault.Cipher256;
import health.consilium.recording.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Segments as they lie there: encrypted each for its place and for whether it is the last of its take. */
@Component
public class Segments {
    private final SegmentIndex index;
    private final SegmentStore store;
    private final Vault vault;
    private final TakeStore takes;
    private final TransactionTemplate transaction;

    Segments(SegmentIndex index, SegmentStore store, Vault vault, TakeStore takes, TransactionTemplate transaction) {
        this.index = index;
        this.store = store;
        this.vault = vault;
        this.takes = takes;
        this.transaction = transaction;
    }

    Optional<Segment> find(UUID recording, int take, int number) {
        return index.find(recording, take, number);
    }

    long bytes(UUID recording) {
        return index.bytes(recording);
    }

    /** @see SegmentIndex#inOrder */
    boolean inOrder(Segment segment, Duration tolerance) {
        return index.inOrder(segment, tolerance);
    }

    public List<Segment> of(UUID recording) {
        return index.of(recording);
    }

    public int count(UUID recording) {
        return index.count(recording);
    }

    /** Bytes that there is still room for. */
    long free() throws IOException {
        return store.free();
    }

    /** @throws Problem RECORDING_UNAVAILABLE when its key was destroyed */
    public Cipher256 cipher(UUID recording) {
        return vault.of(recording)
                .orElseThrow(() -> new Problem(
                        ErrorCode.RECORDING_UNAVAILABLE, "This recording was deleted. It cannot be read any more."));
    }

    /** On the disk first, then known; with its last one a take ends, both or neither. False when another one of that number was quicker. */
    boolean keep(Segment segment, byte[] content, Instant now) throws IOException {
        Cipher256 cipher = cipher(segment.recording());
        store.write(segment.recording(), segment.name(), cipher.seal(content, purpose(segment)));
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> known(segment, now)));
        if (!added) {
            store.delete(segment.recording(), segment.name());
        }
        return added;
    }

    private boolean known(Segment segment, Instant now) {
        boolean added = index.add(segment, now);
        if (added && segment.last()) {
            takes.end(segment.recording(), segment.take(), segment.index() + 1);
        }
        return added;
    }

    /** @throws GeneralSecurityException when what lies there is not this segment */
    public byte[] read(Segment segment, Cipher256 cipher) throws IOException, GeneralSecurityException {
        return cipher.open(store.read(segment.recording(), segment.name()), purpose(segment));
    }

    static byte[] purpose(Segment s) {
        return "%s %d %d %s"
                .formatted(s.recording(), s.take(), s.index(), s.last())
                .getBytes(StandardCharsets.UTF_8);
    }
}
