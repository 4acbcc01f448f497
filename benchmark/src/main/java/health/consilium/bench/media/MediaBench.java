package health.consilium.bench.media;

import health.consilium.e2e.lab.linux.Lateness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code ./bench media [--times=N] [--to=FOLDER] [scenario …]}: measures calls on bad networks. The report is written anew
 * after each scenario, together with what the folder held already.
 */
public final class MediaBench {
    private static final Path FOLDER = Path.of("../docs/media-report");

    private final Clock clock = Clock.systemUTC();
    private final int times;
    private final Path folder;
    private final List<Scenario> scenarios;
    private final Notebook notebook;

    private MediaBench(List<String> arguments) {
        this.times = Integer.parseInt(option(arguments, "--times", "1"));
        this.folder = Path.of(option(arguments, "--to", FOLDER.toString()));
        this.scenarios = Scenarios.named(arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList());
        this.notebook = Notebook.in(folder);
    }

    /** @return whether every goal was reached */
    public static boolean measure(List<String> arguments) {
        return new MediaBench(arguments).measure();
    }

    private boolean measure() {
        try (Stage stage = new Stage(Recorder.MEDIA)) {
            warmUp(stage);
            for (Scenario scenario : scenarios) {
                measure(scenario, stage);
                write("README.md", Report.of(notebook.results(), verdicts()));
                System.out.println("  measured: " + scenario.name());
            }
        }
        System.out.println(Report.of(notebook.results(), verdicts()));
        return verdicts().stream().allMatch(Goals.Verdict::reached);
    }

    /** The first call after a start is slower than any other, and would be the measure of all. */
    private static void warmUp(Stage stage) {
        FloorCall.begin(stage, nothing -> {}).close();
        OurCall.begin(stage, nothing -> {}).close();
    }

    private void measure(Scenario scenario, Stage stage) {
        List<Optional<Run>> floor = new ArrayList<>();
        List<Optional<Run>> ours = new ArrayList<>();
        Lateness before = stage.lab().lateness();
        for (int n = 0; n < times; n++) {
            floor.add(Run.of(scenario, stage, FloorCall::begin));
            ours.add(Run.of(scenario, stage, OurCall::begin));
        }
        double late = lateSince(stage, before);
        notebook.add(Result.of(scenario, clock.instant(), late, ours, floor));
        write(scenario.name() + ".svg", Chart.of(scenario, Result.last(ours), Result.last(floor)));
    }

    private static double lateSince(Stage stage, Lateness before) {
        Lateness now = stage.lab().lateness();
        double sum = now.times() * now.meanMillis() - before.times() * before.meanMillis();
        return sum / Math.max(1, now.times() - before.times());
    }

    private List<Goals.Verdict> verdicts() {
        Map<String, Figures> ours = new TreeMap<>();
        notebook.results().forEach(result -> ours.put(result.scenario().name(), result.our()));
        return Goals.judge(ours);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String option(List<String> arguments, String name, String usual) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .reduce((first, last) -> last)
                .orElse(usual);
    }
}
