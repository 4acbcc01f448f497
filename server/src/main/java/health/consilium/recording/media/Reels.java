package health.consilium.recording.media;

import health.consilium.recording.media.Outline.Range;
import health.consilium.recording.store.SegmentIndex.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which takes play together. WebM takes with the same tracks are joined into one film. The index of an MP4 cannot be made anew
 * around pieces of several: each plays by itself, as it came.
 */
final class Reels {
    private static final String WEBM = "video/webm";
    private static final String MP4 = "video/mp4";

    private final List<Segment> parts;
    private final Plain places;

    private Reels(List<Segment> parts) {
        this.parts = parts;
        this.places = new Plain(parts.stream().mapToInt(Segment::size).toArray(), part -> new byte[0]);
    }

    /** @param types of the takes, as their recorders said; @return in the order in which they began */
    static List<Reel> of(List<Segment> parts, List<Outline> takes, Map<Integer, String> types) {
        Reels reels = new Reels(parts);
        Map<String, List<Outline>> alike = new LinkedHashMap<>();
        List<Reel> all = new ArrayList<>();
        for (Outline take : takes) {
            if (take.shows()) {
                alike.computeIfAbsent(take.codecs(), codecs -> new ArrayList<>())
                        .add(take);
            } else if (types.getOrDefault(take.take(), WEBM).startsWith(MP4)) {
                reels.mp4(take.take()).ifPresent(all::add);
            }
        }
        alike.values().forEach(joined -> all.add(reels.film(joined)));
        return all.stream().sorted(Comparator.comparing(Reel::firstTake)).toList();
    }

    private Reel film(List<Outline> takes) {
        Map<Integer, Integer> whole =
                takes.stream().collect(Collectors.toMap(Outline::take, take -> Integer.MAX_VALUE));
        return new Reel(WEBM, began(takes.getFirst().take()), whole, VirtualFile.of(takes));
    }

    /** Up to the first part that is missing: what comes after it has lost its place. */
    private Optional<Reel> mp4(int take) {
        int first = -1;
        int count = 0;
        for (int i = 0; i < parts.size(); i++) {
            Segment part = parts.get(i);
            if (part.take() == take && part.index() == count) {
                first = count == 0 ? i : first;
                count++;
            }
        }
        if (first < 0 || places.end(first + count - 1) == places.start(first)) {
            return Optional.empty();
        }
        Range bytes = new Range(places.start(first), places.end(first + count - 1) - places.start(first));
        Instant until = parts.get(first + count - 1).to();
        long duration = Duration.between(began(take), until).toMillis();
        return Optional.of(new Reel(MP4, began(take), Map.of(take, count), VirtualFile.asItIs(bytes, duration)));
    }

    private Instant began(int take) {
        return parts.stream()
                .filter(part -> part.take() == take)
                .findFirst()
                .orElseThrow()
                .from();
    }
}
