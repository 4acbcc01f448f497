package health.consilium.recording.media;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.time.Instant;
import java.util.Map;

/**
 * What plays by itself: the takes that could be joined, or one that could not.
 *
 * @param type of the file, without codecs
 * @param startedAt when its first take began
 * @param takes which it holds, and of each all parts with a smaller number than this
 */
public record Reel(String type, Instant startedAt, Map<Integer, Integer> takes, VirtualFile file) {
    public Reel {
        takes = Map.copyOf(takes);
    }

    boolean holds(Segment part) {
        return part.index() < takes.getOrDefault(part.take(), 0);
    }

    int firstTake() {
        return takes.keySet().stream().mapToInt(take -> take).min().orElseThrow();
    }
}
