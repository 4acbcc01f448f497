package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.SegmentIndex;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How far the upload of somebody's takes has come. */
@Component
public class Progress {
    private final TakeStore takes;
    private final SegmentIndex index;
    private final Admission admission;

    Progress(TakeStore takes, SegmentIndex index, Admission admission) {
        this.takes = takes;
        this.index = index;
        this.admission = admission;
    }

    /**
     * @param have the first number that is not there
     * @param beyond numbers after it that are there
     * @param complete nothing is missing any more
     */
    public record Have(int take, String mimeType, int have, List<Integer> beyond, boolean complete) {}

    /** @throws Problem NOT_FOUND when this person has recorded nothing of it */
    public List<Have> of(UUID recording, UserId who) {
        List<TakeStore.Take> own = takes.of(recording).stream()
                .filter(take -> take.recorder().equals(who))
                .toList();
        if (own.isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "You have recorded nothing of this.");
        }
        List<Segment> segments = index.of(recording);
        return own.stream().map(take -> have(take, segments)).toList();
    }

    /** It is over, something of it is missing, and would still be taken in. */
    public boolean arriving(Recording recording) {
        if (recording.phase() != Phase.STOPPED || admission.late(recording.id())) {
            return false;
        }
        List<Segment> segments = index.of(recording.id());
        return takes.of(recording.id()).stream()
                .anyMatch(take -> !have(take, segments).complete());
    }

    private static Have have(TakeStore.Take take, List<Segment> segments) {
        Set<Integer> there = segments.stream()
                .filter(segment -> segment.take() == take.take())
                .map(Segment::index)
                .collect(Collectors.toSet());
        int have = IntStream.iterate(0, i -> i + 1)
                .filter(i -> !there.contains(i))
                .findFirst()
                .orElseThrow();
        return new Have(
                take.take(),
                take.mimeType(),
                have,
                there.stream().filter(i -> i > have).sorted().toList(),
                take.complete(have));
    }
}
