package health.consilium.recording.media;

import health.consilium.recording.media.Films.Gap;
import health.consilium.recording.store.SegmentIndex.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recording laid out as one file, as long as no part is added to it.
 *
 * @param of how many parts there were
 * @param parts those that can be read
 * @param file null when nothing in them can be shown
 */
record Layout(int of, List<Segment> parts, @Nullable VirtualFile file, List<Gap> gaps) {
    /** What a part takes in memory, about: ids, times and a SHA-256 in hex. */
    private static final int PART_BYTES = 320;

    /** The first take that shows anything says which tracks there are; takes that have others are left out and named. */
    static Layout of(List<Segment> all, Survey survey) {
        List<Outline> shown = new ArrayList<>();
        for (Outline outline : survey.takes()) {
            boolean fits = shown.isEmpty() || shown.getFirst().codecs().equals(outline.codecs());
            if (outline.shows() && fits) {
                shown.add(outline);
            }
        }
        Set<Integer> takes = shown.stream().map(Outline::take).collect(Collectors.toSet());
        List<Segment> parts = survey.readable(all);
        return new Layout(
                all.size(), parts, shown.isEmpty() ? null : VirtualFile.of(shown), List.copyOf(gaps(parts, takes)));
    }

    /** In memory, about, in bytes. */
    int weight() {
        return PART_BYTES * parts.size() + (file == null ? 0 : file.weight());
    }

    private static List<Gap> gaps(List<Segment> parts, Set<Integer> shown) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Segment s = parts.get(i);
            Segment before = i == 0 ? null : parts.get(i - 1);
            if (!shown.contains(s.take())) {
                gaps.add(new Gap(s.from(), s.to(), "OTHER_FORMAT"));
            } else if (before != null && !Outlines.follows(before, s)) {
                boolean lost = before.take() == s.take() || s.index() > 0;
                gaps.add(new Gap(before.to(), s.from(), lost ? "LOST" : "PAUSED"));
            }
        }
        return gaps;
    }
}
