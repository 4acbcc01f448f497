package health.consilium.recording.media;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the clusters of a recording's takes lie. Every part is read once, one at a time; what is added at the end is read alone. */
final class Outlines {
    static final Outlines NONE = new Outlines(List.of(), List.of(), null);

    private final List<Segment> parts;
    /** Of the takes before the last. */
    private final List<Outline> before;

    private final @Nullable WebmScan last;

    private Outlines(List<Segment> parts, List<Outline> before, @Nullable WebmScan last) {
        this.parts = List.copyOf(parts);
        this.before = List.copyOf(before);
        this.last = last;
    }

    /** Whether nothing came but at the end. */
    boolean begin(List<Segment> all) {
        return all.size() >= parts.size() && all.subList(0, parts.size()).equals(parts);
    }

    List<Outline> found() {
        List<Outline> found = new ArrayList<>(before);
        if (last != null) {
            found.add(last.outline(parts.getLast().take()));
        }
        return found;
    }

    /**
     * Row after row of parts of which none is missing.
     *
     * @param all by take and number, with what was read so far at their beginning; @param plain the same, as one row of bytes
     */
    Outlines and(List<Segment> all, Plain plain) throws IOException {
        List<Outline> done = new ArrayList<>(before);
        WebmScan scan = last == null ? null : new WebmScan(plain, last);
        int next = parts.size();
        if (scan != null && next < all.size() && follows(all.get(next - 1), all.get(next))) {
            int end = endOfRow(all, next);
            scan.goOn(plain.end(end));
            next = end + 1;
        }
        while (next < all.size()) {
            Segment first = all.get(next);
            if (scan == null) {
                scan = new WebmScan(plain);
            } else if (all.get(next - 1).take() != first.take()) {
                done.add(scan.outline(all.get(next - 1).take()));
                scan = new WebmScan(plain);
            }
            int end = endOfRow(all, next);
            scan.run(plain.start(next), plain.end(end), first.index() > 0);
            next = end + 1;
        }
        return new Outlines(all, done, scan);
    }

    private static int endOfRow(List<Segment> all, int from) {
        int end = from;
        while (end + 1 < all.size() && follows(all.get(end), all.get(end + 1))) {
            end++;
        }
        return end;
    }

    static boolean follows(Segment one, Segment other) {
        return one.take() == other.take() && one.index() + 1 == other.index();
    }
}
