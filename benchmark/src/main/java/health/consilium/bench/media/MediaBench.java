package health.consilium.bench.media;

import health.consilium.e2e.lab.linux.Lateness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./bench media [--times=N] [--to=FOLDER] [scenario …]}: measures calls on bad networks and writes the report. */
public final class MediaBench {
    private static final Path FOLDER = Path.of("../docs/media-report");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final int times;
    private final Path folder;
    private final List<Scenario> scenarios;

    private MediaBench(List<String> arguments) {
        this.times = Integer.parseInt(option(arguments, "--times", "1"));
        this.folder = Path.of(option(arguments, "--to", FOLDER.toString()));
        this.scenarios = Scenarios.named(arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList());
    }

    /** @return whether every goal was reached */
    public static boolean measure(List<String> arguments) {
        return new MediaBench(arguments).measure();
    }

    private boolean measure() {
        List<Result> results = new ArrayList<>();
        Lateness lateness;
        try (Stage stage = new Stage()) {
            for (Scenario scenario : scenarios) {
                results.add(measured(scenario, stage));
            }
            lateness = stage.lab().lateness();
        }
        Map<String, Figures> ours = new TreeMap<>();
        results.forEach(result -> ours.put(result.scenario().name(), result.our()));
        List<Goals.Verdict> verdicts = Goals.judge(ours);
        String note = String.format(
                Locale.ROOT,
                "Taken on %d cores that also ran both browsers and the server. The lab forwarded packets %.2f ms late on average, %.0f ms at worst.",
                Runtime.getRuntime().availableProcessors(),
                lateness.meanMillis(),
                lateness.longestMillis());
        write(results, Report.of(results, verdicts, List.of(note)));
        return verdicts.stream().allMatch(Goals.Verdict::reached);
    }

    private Result measured(Scenario scenario, Stage stage) {
        List<Optional<Run>> floor = new ArrayList<>();
        List<Optional<Run>> ours = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            floor.add(Run.of(scenario, stage, FloorCall::begin));
            ours.add(Run.of(scenario, stage, OurCall::begin));
        }
        Result result = new Result(scenario, ours, floor);
        System.out.println("  measured: " + scenario.name());
        return result;
    }

    private void write(List<Result> results, String report) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("README.md"), report);
            Map<String, Object> all = new LinkedHashMap<>();
            for (Result result : results) {
                all.put(
                        result.scenario().name(),
                        Map.of(
                                "ours",
                                rounded(Result.figures(result.ours())),
                                "floor",
                                rounded(Result.figures(result.floor()))));
                Files.writeString(folder.resolve(result.scenario().name() + ".svg"), Chart.of(result));
            }
            Files.writeString(folder.resolve("report.json"), JSON.writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(report);
    }

    /** JSON has no NaN: what never happened is null. */
    private static List<Map<String, Double>> rounded(List<Figures> runs) {
        return runs.stream()
                .map(run -> {
                    Map<String, Double> values = new TreeMap<>();
                    run.values()
                            .forEach((name, value) ->
                                    values.put(name, Double.isNaN(value) ? null : Math.round(value * 1_000) / 1_000.0));
                    return values;
                })
                .toList();
    }

    private static String option(List<String> arguments, String name, String usual) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .reduce((first, last) -> last)
                .orElse(usual);
    }
}
