package health.consilium.recording.media;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What reading a recording once has found out. It stays true until a part is added.
 *
 * @param unreadable which parts, counted from 0, are lost or not what was stored: they are gaps
 */
record Survey(List<Integer> unreadable, List<Outline> takes) {
    Survey {
        unreadable = List.copyOf(unreadable);
        takes = List.copyOf(takes);
    }

    /** Reads a part. */
    interface Reader {
        byte[] read(Segment segment) throws IOException;
    }

    /** A part that is lost, or not what was stored. Trouble of the store that may pass is another exception. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(Segment part) {
            super("part " + part.take() + "/" + part.index() + " is not what was stored");
        }
    }

    /** Decrypts every part, one at a time. Where one cannot be read, everything is read anew without it. */
    static Survey of(List<Segment> all, Reader reader) throws IOException {
        return read(all, reader, Outlines.NONE).survey();
    }

    /** @param outlines where to go on when parts are added */
    record Read(Survey survey, Outlines outlines) {}

    /** @param before what was read already: only what was added since at the end is decrypted, and everything where it is otherwise */
    static Read read(List<Segment> all, Reader reader, Outlines before) throws IOException {
        List<Integer> unreadable = new ArrayList<>();
        while (true) {
            Survey without = new Survey(unreadable, List.of());
            List<Segment> rest = without.readable(all);
            int[] at = {0};
            try {
                Outlines known = before.begin(rest) ? before : Outlines.NONE;
                Outlines outlines = known.and(rest, plain(rest, reader, at));
                return new Read(new Survey(unreadable, outlines.found()), outlines);
            } catch (Unreadable e) {
                unreadable.add(all.indexOf(rest.get(at[0])));
            }
        }
    }

    List<Segment> readable(List<Segment> all) {
        return IntStream.range(0, all.size())
                .filter(part -> !unreadable.contains(part))
                .mapToObj(all::get)
                .toList();
    }

    private static Plain plain(List<Segment> parts, Reader reader, int[] at) {
        return new Plain(parts.stream().mapToInt(Segment::size).toArray(), part -> {
            at[0] = part;
            return reader.read(parts.get(part));
        });
    }
}
