package health.consilium.recording.web;

import health.consilium.recording.media.Films.Gap;
import health.consilium.recording.store.CloudRuns.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is not in a film, in the order of time. */
final class Gaps {
    private Gaps() {}

    /**
     * @param ofFilm what its parts say
     * @param missing whole takes of which there are no parts: to them they seem to be pauses
     */
    static List<Gap> of(List<Gap> ofFilm, List<Missing> missing) {
        List<Gap> all = new ArrayList<>();
        ofFilm.forEach(gap -> all.addAll(without(gap, missing)));
        missing.forEach(one -> all.add(new Gap(one.from(), one.to(), one.why().name())));
        all.sort(Comparator.comparing(Gap::from));
        return List.copyOf(all);
    }

    private static List<Gap> without(Gap gap, List<Missing> missing) {
        List<Gap> rest = new ArrayList<>();
        Instant from = gap.from();
        for (Missing one : missing) {
            if (one.from().isBefore(gap.to()) && one.to().isAfter(from)) {
                add(rest, from, one.from(), gap.reason());
                from = one.to();
            }
        }
        add(rest, from, gap.to(), gap.reason());
        return rest;
    }

    private static void add(List<Gap> gaps, Instant from, Instant to, String reason) {
        if (from.isBefore(to)) {
            gaps.add(new Gap(from, to, reason));
        }
    }
}
