package health.consilium.bench.media;

import com.microsoft.playwright.PlaywrightException;
import health.consilium.e2e.lab.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code ./bench latency [scenario …]}: from glass to glass and from mouth to ear, ours and the floor's in turn, both ways of
 * each call together. The floor shows each picture as soon as it can and nothing else; a second one does what ours must do
 * for people: it shows each picture with its sound, and one's own in a corner.
 */
public final class LatencyBench {
    private static final int CALLS = 4;
    /** Buffers begin large and bitrates low. */
    private static final Duration SETTLING = Duration.ofSeconds(6);

    private static final Duration MEASURED = Duration.ofSeconds(10);

    /**
     * Ours and the floor's, in milliseconds.
     *
     * @param goal whether ours is to be near the floor's
     */
    public record Comparison(String what, double[] ours, double[] floor, boolean goal) {}

    private LatencyBench() {}

    /** @return why this computer cannot measure it, if so */
    public static Optional<String> missing() {
        return Lab.missing();
    }

    public static List<Comparison> measure(List<String> scenarios) {
        List<Comparison> all = new ArrayList<>();
        try (Stage stage = new Stage(Recorder.LATENCY)) {
            for (Scenario scenario : Scenarios.named(scenarios)) {
                all.addAll(compared(scenario, stage));
            }
        }
        return all;
    }

    private static List<Comparison> compared(Scenario scenario, Stage stage) {
        Delays floor = Delays.none();
        Delays same = Delays.none();
        Delays ours = Delays.none();
        for (int n = 0; n < CALLS; n++) {
            floor.add(taken(scenario, stage, FloorCall::begin));
            same.add(taken(scenario, stage, FloorCall::beginAsForPeople));
            ours.add(taken(scenario, stage, OurCall::begin));
        }
        return List.of(
                compared("glass to glass", ours, floor, Delays::pictures, true),
                compared("mouth to ear", ours, floor, Delays::sounds, true),
                compared("of it buffered, picture", ours, floor, Delays::keptPictures, false),
                compared("of it buffered, sound", ours, floor, Delays::keptSounds, false),
                compared("glass to glass, as for people", ours, same, Delays::pictures, true),
                compared("mouth to ear, as for people", ours, same, Delays::sounds, true));
    }

    private static Comparison compared(
            String what, Delays ours, Delays floor, Function<Delays, List<Double>> of, boolean goal) {
        return new Comparison(what, numbers(of.apply(ours)), numbers(of.apply(floor)), goal);
    }

    private static Delays taken(
            Scenario scenario, Stage stage, BiFunction<Stage, Consumer<Stage>, MeasuredCall> begin) {
        Delays delays = Delays.none();
        try (MeasuredCall call = begin.apply(stage, scenario.before())) {
            LockSupport.parkNanos(SETTLING.toNanos());
            double since = System.currentTimeMillis();
            LockSupport.parkNanos(MEASURED.toNanos());
            delays.add(Delays.between(call.patient(), call.doctor(), since));
            delays.add(Delays.between(call.doctor(), call.patient(), since));
        } catch (PlaywrightException | AssertionError failed) {
            System.err.println(scenario.name() + ": no call: " + failed.getMessage());
        } finally {
            stage.lab().mend();
        }
        return delays;
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
