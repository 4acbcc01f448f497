package health.consilium.bench.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one scenario gave: figures of each call that was tried, none in that of a call that could not be made.
 *
 * @param way how our last call went, from the patient's side
 * @param floorWay how the floor's did
 * @param late how late the lab forwarded packets meanwhile, on average, in milliseconds
 */
record Result(
        Scenario scenario,
        Instant taken,
        double late,
        String way,
        String floorWay,
        List<Figures> ours,
        List<Figures> floor) {
    private static final String NONE = "none";

    static Result of(
            Scenario scenario, Instant taken, double late, List<Optional<Run>> ours, List<Optional<Run>> floor) {
        return new Result(scenario, taken, late, way(ours), way(floor), figures(ours), figures(floor));
    }

    /** The last call that could be made, for drawing. */
    static Optional<Run> last(List<Optional<Run>> runs) {
        return runs.stream().flatMap(Optional::stream).reduce((first, second) -> second);
    }

    Figures our() {
        return Figures.medians(ours);
    }

    Figures floors() {
        return Figures.medians(floor);
    }

    private static String way(List<Optional<Run>> runs) {
        return last(runs)
                .map(run -> run.patient().samples())
                .filter(samples -> !samples.isEmpty())
                .map(samples -> samples.getLast().way())
                .orElse(NONE);
    }

    /** Of a call that could not be made, nothing ever happened. */
    private static List<Figures> figures(List<Optional<Run>> runs) {
        return runs.stream()
                .map(run -> run.map(Run::figures).orElse(new Figures(Map.of())))
                .toList();
    }
}
