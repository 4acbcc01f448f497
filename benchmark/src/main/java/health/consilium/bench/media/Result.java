package health.consilium.bench.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One scenario: the calls that were tried; one that could not be made is empty. */
record Result(Scenario scenario, List<Optional<Run>> ours, List<Optional<Run>> floor) {
    Figures our() {
        return Figures.medians(figures(ours));
    }

    Figures floors() {
        return Figures.medians(figures(floor));
    }

    /** Of a call that could not be made, nothing ever happened. */
    static List<Figures> figures(List<Optional<Run>> runs) {
        return runs.stream()
                .map(run -> run.map(Run::figures).orElse(new Figures(Map.of())))
                .toList();
    }

    /** The last of ours that could be made, for drawing. */
    Optional<Run> ourLast() {
        return last(ours);
    }

    Optional<Run> floorLast() {
        return last(floor);
    }

    private static Optional<Run> last(List<Optional<Run>> runs) {
        return runs.stream().flatMap(Optional::stream).reduce((first, second) -> second);
    }
}
