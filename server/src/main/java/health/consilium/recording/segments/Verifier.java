package health.consilium.recording.segments;

import health.consilium.kernel.Problem;
import health.consilium.kernel.Sha256;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.spi.SegmentStore.StoreAway;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import health.consilium.recording.vault.Cipher256;
import health.consilium.recording.vault.Vault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Finds out whether every segment of a recording is what was taken in, and names what is not. Content is never shown. */
@Component
public class Verifier {
    private final SegmentIndex index;
    private final TakeStore takes;
    private final SegmentStore store;
    private final Vault vault;
    private final Ledger ledger;

    Verifier(SegmentIndex index, TakeStore takes, SegmentStore store, Vault vault, Ledger ledger) {
        this.index = index;
        this.takes = takes;
        this.store = store;
        this.vault = vault;
        this.ledger = ledger;
    }

    /** What is wrong with a segment, or with an entry of the ledger ({@code take} 0). */
    public enum Fault {
        /** The segment is known, what it held is gone. */
        LOST,
        /** A number is not there although a later one is. */
        MISSING,
        /** It is shorter or longer than it was. */
        CUT,
        /** It holds another segment of the same recording. */
        SWAPPED,
        /** It is not what was stored. */
        CHANGED,
        /** An entry of the ledger does not follow from the ones before. */
        LEDGER_BROKEN,
        /** Entries at the end of the ledger are gone, or it was written anew. */
        LEDGER_CUT,
        /** There is no key any more: nothing can be read. */
        ERASED,
        /** Its key does not open: the master key is gone, or another one. */
        KEY_LOST
    }

    public record Finding(Fault fault, int take, int index) {}

    /** @param bytes that were read and found right */
    public record Report(UUID recording, int segments, long bytes, List<Finding> findings) {}

    /** @throws Problem STORAGE_AWAY when the store does not answer: then nothing is known */
    public Report verify(UUID recording) {
        return verify(recording, read -> {});
    }

    /** @param progress hears how many segments have been read, after each */
    Report verify(UUID recording, IntConsumer progress) {
        List<Finding> findings = new ArrayList<>();
        ledger.broken(recording).forEach(number -> findings.add(new Finding(Fault.LEDGER_BROKEN, 0, number)));
        if (ledger.cut(recording)) {
            findings.add(new Finding(Fault.LEDGER_CUT, 0, ledger.of(recording).size() + 1));
        }
        List<Segment> segments = index.of(recording);
        Optional<Cipher256> cipher = cipher(recording, findings);
        if (cipher.isEmpty()) {
            return new Report(recording, segments.size(), 0, findings);
        }
        long bytes = 0;
        int read = 0;
        for (Segment segment : segments) {
            Optional<Fault> fault = fault(segment, segments, cipher.get());
            fault.ifPresent(f -> findings.add(new Finding(f, segment.take(), segment.index())));
            bytes += fault.isPresent() ? 0 : segment.size();
            progress.accept(++read);
        }
        missing(recording, segments, findings);
        return new Report(recording, segments.size(), bytes, List.copyOf(findings));
    }

    private Optional<Cipher256> cipher(UUID recording, List<Finding> findings) {
        try {
            Optional<Cipher256> cipher = vault.of(recording);
            if (cipher.isEmpty()) {
                findings.add(new Finding(Fault.ERASED, 0, 0));
            }
            return cipher;
        } catch (Problem lost) {
            findings.add(new Finding(Fault.KEY_LOST, 0, 0));
            return Optional.empty();
        }
    }

    private Optional<Fault> fault(Segment segment, List<Segment> all, Cipher256 cipher) {
        byte[] sealed;
        try {
            sealed = store.read(segment.recording(), segment.name());
        } catch (StoreAway e) {
            throw Unreached.problem();
        } catch (IOException e) {
            return Optional.of(Fault.LOST);
        }
        if (opens(sealed, segment, cipher)) {
            return Optional.empty();
        }
        if (all.stream().anyMatch(other -> !other.equals(segment) && opens(sealed, other, cipher))) {
            return Optional.of(Fault.SWAPPED);
        }
        return Optional.of(sealed.length == segment.size() + Cipher256.OVERHEAD ? Fault.CHANGED : Fault.CUT);
    }

    private static boolean opens(byte[] sealed, Segment as, Cipher256 cipher) {
        try {
            return Sha256.hex(cipher.open(sealed, Segments.purpose(as))).equals(as.sha256());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Numbers without a segment; of a take that has ended also those after the last one there is. */
    private void missing(UUID recording, List<Segment> segments, List<Finding> findings) {
        for (TakeStore.Take take : takes.of(recording)) {
            List<Integer> there = segments.stream()
                    .filter(segment -> segment.take() == take.take())
                    .map(Segment::index)
                    .toList();
            int end = Math.max(there.isEmpty() ? 0 : there.getLast() + 1, take.expected());
            for (int i = 0; i < end; i++) {
                if (!there.contains(i)) {
                    findings.add(new Finding(Fault.MISSING, take.take(), i));
                }
            }
        }
    }
}
