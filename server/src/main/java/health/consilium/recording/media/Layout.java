package health.consilium.recording.media;

import health.consilium.recording.media.Films.Gap;
import health.consilium.recording.store.SegmentIndex.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recording laid out as one file, as long as no part is added to it.
 *
 * @param of how many parts there were
 * @param parts those that can be read
 * @param reels what plays by itself; empty when nothing can be shown
 * @param gaps what is not in the first of them
 */
record Layout(int of, List<Segment> parts, List<Reel> reels, List<Gap> gaps) {
    /** What a part takes in memory, about: ids, times and a SHA-256 in hex. */
    private static final int PART_BYTES = 320;

    /** @param types of the takes, as their recorders said */
    static Layout of(List<Segment> all, Survey survey, Map<Integer, String> types) {
        List<Segment> parts = survey.readable(all);
        List<Reel> reels = Reels.of(parts, survey.takes(), types);
        return new Layout(all.size(), parts, reels, List.copyOf(gaps(parts, reels)));
    }

    /** In memory, about, in bytes. */
    int weight() {
        return PART_BYTES * parts.size()
                + reels.stream().mapToInt(reel -> reel.file().weight()).sum();
    }

    /** An empty part says only that its take is over. */
    private static List<Gap> gaps(List<Segment> all, List<Reel> reels) {
        List<Segment> parts = all.stream().filter(part -> part.size() > 0).toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Segment s = parts.get(i);
            Segment before = i == 0 ? null : parts.get(i - 1);
            if (reels.isEmpty() || !reels.getFirst().holds(s)) {
                gaps.add(new Gap(s.from(), s.to(), whyNot(s, reels)));
            } else if (before != null && !Outlines.follows(before, s)) {
                boolean lost = before.take() == s.take() || s.index() > 0;
                gaps.add(new Gap(before.to(), s.from(), lost ? "LOST" : "PAUSED"));
            }
        }
        return gaps;
    }

    private static String whyNot(Segment part, List<Reel> reels) {
        if (reels.stream().anyMatch(reel -> reel.holds(part))) {
            return "APART";
        }
        return reels.stream().anyMatch(reel -> reel.takes().containsKey(part.take())) ? "LOST" : "OTHER_FORMAT";
    }
}
