package health.consilium.recording.media;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads every part of a recording once, one at a time, and tells where the clusters of its takes lie. */
final class Outlines {
    private Outlines() {}

    /** @param all by take and number; @param plain the same, as one row of bytes */
    static List<Outline> of(List<Segment> all, Plain plain) throws IOException {
        List<Outline> outlines = new ArrayList<>();
        for (int take : all.stream().mapToInt(Segment::take).distinct().toArray()) {
            outlines.add(scanned(take, all, plain));
        }
        return outlines;
    }

    /** Row after row of parts of which none is missing. */
    private static Outline scanned(int take, List<Segment> all, Plain plain) throws IOException {
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
        return scan.outline(take);
    }

    static boolean follows(Segment one, Segment other) {
        return one.take() == other.take() && one.index() + 1 == other.index();
    }
}
