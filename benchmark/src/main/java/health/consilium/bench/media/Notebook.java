package health.consilium.bench.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, in a file that outlives the run: a run that is broken off leaves what it has, and a scenario that is
 * measured again takes the place of what stood there.
 */
final class Notebook {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, Result> results = new LinkedHashMap<>();

    private Notebook(Path file) {
        this.file = file;
    }

    static Notebook in(Path folder) {
        Notebook notebook = new Notebook(folder.resolve("report.json"));
        if (Files.exists(notebook.file)) {
            JsonNode known = JSON.readTree(notebook.file.toFile());
            Scenarios.ALL.stream()
                    .filter(scenario -> known.has(scenario.name()))
                    .forEach(scenario ->
                            notebook.results.put(scenario.name(), read(scenario, known.path(scenario.name()))));
        }
        return notebook;
    }

    /** In the order in which scenarios are listed. */
    List<Result> results() {
        return Scenarios.ALL.stream()
                .map(Scenario::name)
                .filter(results::containsKey)
                .map(results::get)
                .toList();
    }

    void add(Result result) {
        results.put(result.scenario().name(), result);
        Map<String, Object> all = new LinkedHashMap<>();
        results().forEach(one -> all.put(one.scenario().name(), written(one)));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> written(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("taken", result.taken().toString());
        fields.put("late", rounded(result.late()));
        fields.put("way", result.way());
        fields.put("floorWay", result.floorWay());
        fields.put("ours", result.ours().stream().map(Notebook::written).toList());
        fields.put("floor", result.floor().stream().map(Notebook::written).toList());
        return fields;
    }

    /** JSON has no NaN: what never happened is null. */
    private static Map<String, Double> written(Figures run) {
        Map<String, Double> values = new TreeMap<>();
        run.values().forEach((name, value) -> values.put(name, Double.isNaN(value) ? null : rounded(value)));
        return values;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static Result read(Scenario scenario, JsonNode node) {
        return new Result(
                scenario,
                Instant.parse(node.path("taken").asString()),
                node.path("late").asDouble(),
                node.path("way").asString(),
                node.path("floorWay").asString(),
                runs(node.path("ours")),
                runs(node.path("floor")));
    }

    private static List<Figures> runs(JsonNode node) {
        List<Figures> runs = new ArrayList<>();
        for (JsonNode run : node) {
            Map<String, Double> values = new LinkedHashMap<>();
            run.properties()
                    .forEach(value -> values.put(
                            value.getKey(),
                            value.getValue().isNull()
                                    ? Double.NaN
                                    : value.getValue().asDouble()));
            runs.add(new Figures(values));
        }
        return runs;
    }
}
