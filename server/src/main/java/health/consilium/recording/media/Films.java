package health.consilium.recording.media;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Segments;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import health.consilium.recording.vault.Cipher256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A recording as one file, made anew from what is there whenever somebody asks: nothing of it is kept. */
@Component
public class Films {
    private final Segments segments;
    private final TakeStore takes;

    Films(Segments segments, TakeStore takes) {
        this.segments = segments;
        this.takes = takes;
    }

    /** Something that is not in the file, by the clock of the server. */
    public record Gap(Instant from, Instant to, String reason) {}

    public record Film(VirtualFile file, Plain recorded, List<Gap> gaps) {}

    /** @throws Problem NOT_FOUND when nothing can be shown; RECORDING_UNAVAILABLE when its key is gone */
    public Film of(UUID recording) {
        List<Segment> all = segments.of(recording);
        Cipher256 cipher = segments.cipher(recording);
        Plain plain = new Plain(all.stream().mapToInt(Segment::size).toArray(), part -> opened(all.get(part), cipher));
        try {
            return film(recording, all, plain);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] opened(Segment segment, Cipher256 cipher) throws IOException {
        try {
            return segments.read(segment, cipher);
        } catch (GeneralSecurityException e) {
            throw new IOException("part " + segment.take() + "/" + segment.index() + " is not what was stored");
        }
    }

    private Film film(UUID recording, List<Segment> all, Plain plain) throws IOException {
        List<WebmScan> scans = new ArrayList<>();
        Set<Integer> others = new HashSet<>();
        for (TakeStore.Take take : takes.of(recording)) {
            if (all.stream().noneMatch(s -> s.take() == take.take())) {
                continue;
            }
            WebmScan scan = scanned(take.take(), all, plain);
            boolean shows = !scan.clusters().isEmpty() && scan.tracks().length > 0;
            if (shows && (scans.isEmpty() || scans.getFirst().codecs().equals(scan.codecs()))) {
                scans.add(scan);
            } else {
                others.add(take.take());
            }
        }
        if (scans.isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is nothing in this recording that can be shown.");
        }
        return new Film(VirtualFile.of(scans), plain, gaps(all, others));
    }

    /** Row after row of parts of which none is missing. */
    private static WebmScan scanned(int take, List<Segment> all, Plain plain) throws IOException {
        WebmScan scan = new WebmScan(plain);
        int from = -1;
        for (int i = 0; i < all.size(); i++) {
            Segment s = all.get(i);
            if (s.take() != take) {
                continue;
            }
            from = i > 0 && follows(all.get(i - 1), s) ? from : i;
            if (i + 1 == all.size() || !follows(s, all.get(i + 1))) {
                scan.run(plain.start(from), plain.end(i), all.get(from).index() > 0);
            }
        }
        return scan;
    }

    private static boolean follows(Segment one, Segment other) {
        return one.take() == other.take() && one.index() + 1 == other.index();
    }

    private static List<Gap> gaps(List<Segment> all, Set<Integer> others) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Segment s = all.get(i);
            Segment before = i == 0 ? null : all.get(i - 1);
            if (others.contains(s.take())) {
                gaps.add(new Gap(s.from(), s.to(), "OTHER_FORMAT"));
            } else if (before != null && !follows(before, s)) {
                boolean lost = before.take() == s.take() || s.index() > 0;
                gaps.add(new Gap(before.to(), s.from(), lost ? "LOST" : "PAUSED"));
            }
        }
        return List.copyOf(gaps);
    }
}
