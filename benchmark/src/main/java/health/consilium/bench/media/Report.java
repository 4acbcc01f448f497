package health.consilium.bench.media;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** The report for people, in Markdown. */
final class Report {
    private static final String NEVER = "never";

    private final Markdown page = new Markdown();
    private final List<Result> results;

    private Report(List<Result> results) {
        this.results = results;
    }

    static String of(List<Result> results, List<Goals.Verdict> verdicts) {
        Report report = new Report(results);
        report.opening();
        report.goals(verdicts);
        report.networks();
        report.setUp();
        report.phases();
        report.voices();
        report.recoveries();
        report.charts();
        return report.page.toString();
    }

    private void opening() {
        page.line("# Calls on bad networks");
        page.line("");
        page.line(
                "A patient and a doctor call each other over networks that misbehave as described below; what happens, happens to the");
        page.line(
                "patient's link, in both directions. Made by `./bench media`; how it measures stands in [the media lab](../media-lab.md).");
        page.line("");
        page.line(
                "**How to read it.** Each figure stands twice: ours / floor. The floor is the least that makes a call, two bare pages and one");
        page.line(
                "socket with the browser's defaults, measured in turn with ours. Of the two sides the one that fared worse is shown.");
        page.line("\"" + NEVER + "\": not before the phase ended.");
        page.line("");
        page.line(taken());
    }

    private String taken() {
        List<Instant> times = results.stream().map(Result::taken).sorted().toList();
        int calls =
                results.stream().mapToInt(result -> result.ours().size()).max().orElse(0);
        double late = results.stream().mapToDouble(Result::late).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "Measured %s to %s, %s. %d processor cores ran both browsers, which encode and decode 720p in software, the server and the lab: where frames a second lack on a good network, it is for want of those. The lab forwarded packets at most %.2f ms late on average of a scenario.",
                minute(times.getFirst()),
                minute(times.getLast()),
                calls == 1 ? "one call a figure" : "medians of up to " + calls + " calls a figure",
                Runtime.getRuntime().availableProcessors(),
                late);
    }

    private static String minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", " UTC");
    }

    private void goals(List<Goals.Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        page.section("## Goals").head(List.of("network", "what", "measured", "goal", ""));
        verdicts.forEach(goal -> page.row(List.of(
                goal.scenario(),
                goal.what(),
                number(goal.measured()),
                (goal.atMost() ? "≤ " : "≥ ") + number(goal.limit()),
                goal.reached() ? "reached" : "**missed**")));
    }

    private void networks() {
        page.section("## The networks").head(List.of("name", "what it is", "our way", "the floor's way"));
        results.forEach(result -> page.row(
                List.of(result.scenario().name(), result.scenario().title(), result.way(), result.floorWay())));
    }

    private void setUp() {
        page.section(
                        "## Making the call",
                        "Connected: from the first description of the connection, the slower side. First frame: from the click until both see each other. Ours connects",
                        "while it rings, the floor after the click. 720 lines: from the click, lasting two seconds at least.")
                .head(List.of("network", "connected (ms)", "first frame (ms)", "720 lines (ms)"));
        results.forEach(result -> page.row(List.of(
                result.scenario().name(),
                both(result, figures -> figures.get("connected")),
                both(result, figures -> figures.get("firstFrame")),
                both(result, figures -> figures.get("hd")))));
    }

    private void phases() {
        page.section(
                        "## Picture and sound",
                        "Gap: the longest time without a new frame. Made up: share of the sound that the browser had to invent. In place: share of the",
                        "marker tones in the voice that the other side could tell within 200 ms of their place; what comes later, because the voice's",
                        "delay has grown, counts as missing here. Whole: from the beginning of the phase until no tone was lost any more.")
                .head(List.of(
                        "network",
                        "phase",
                        "fps",
                        "lines",
                        "kbit/s",
                        "gap (ms)",
                        "freezes",
                        "made up",
                        "in place",
                        "whole (ms)"));
        for (Result result : results) {
            result.scenario().phases().forEach(phase -> page.row(phase(result, phase.name())));
        }
    }

    private static List<String> phase(Result result, String phase) {
        List<String> cells = new ArrayList<>(List.of(result.scenario().name(), phase));
        for (String name : List.of("fps", "height", "kbps", "gap", "freezes")) {
            cells.add(both(result, figures -> figures.worse(phase, name)));
        }
        for (String name : List.of("concealed", "tones")) {
            cells.add(both(result, figures -> figures.worse(phase, name), Report::percent));
        }
        cells.add(both(result, figures -> figures.worse(phase, "whole")));
        return cells;
    }

    /** Only of calls that were measured since this is looked at. */
    private void voices() {
        List<Result> passing = results.stream()
                .filter(result -> !Double.isNaN(result.our().worse("during", "lostFirst")))
                .toList();
        if (passing.isEmpty()) {
            return;
        }
        page.section(
                        "## The voice while it is bad",
                        "Lost: share of the marker tones that never came. Later: by how much the others came later than before it was bad (median);",
                        "at first: the first five seconds.")
                .head(List.of(
                        "network", "lost at first", "later at first (ms)", "lost afterwards", "later afterwards (ms)"));
        passing.forEach(result -> page.row(List.of(
                result.scenario().name(),
                both(result, figures -> figures.worse("during", "lostFirst"), Report::percent),
                both(result, figures -> figures.worse("during", "laterFirst")),
                both(result, figures -> figures.worse("during", "lostRest"), Report::percent),
                both(result, figures -> figures.worse("during", "laterRest")))));
    }

    private void recoveries() {
        List<Result> passing = results.stream().filter(Report::recovers).toList();
        if (passing.isEmpty()) {
            return;
        }
        page.section(
                        "## Afterwards",
                        "From the moment the network is good again (for a change of address: from the change), in milliseconds, on each side.")
                .head(List.of(
                        "network", "picture: patient", "picture: doctor", "720 lines: patient", "720 lines: doctor"));
        passing.forEach(result -> page.row(List.of(
                result.scenario().name(),
                both(result, figures -> figures.get("after.patient.back")),
                both(result, figures -> figures.get("after.doctor.back")),
                both(result, figures -> figures.get("after.patient.hd")),
                both(result, figures -> figures.get("after.doctor.hd")))));
    }

    private void charts() {
        page.section(
                "## Over time",
                "What the doctor sees of the patient, from the click on: ours in green, the floor in grey; shaded while it is bad.");
        results.stream()
                .map(Result::scenario)
                .forEach(scenario -> page.line("![" + scenario.title() + "](" + scenario.name() + ".svg)\n"));
    }

    private static boolean recovers(Result result) {
        return result.scenario().phases().stream()
                .anyMatch(phase -> phase.name().equals("after"));
    }

    private static String both(Result result, Function<Figures, Double> value) {
        return both(result, value, Report::number);
    }

    private static String both(Result result, Function<Figures, Double> value, DoubleFunction<String> shown) {
        return shown.apply(value.apply(result.our())) + " / " + shown.apply(value.apply(result.floors()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? NEVER : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return NEVER;
        }
        boolean small = Math.abs(value) < 10 && value != Math.rint(value);
        return String.format(Locale.ROOT, small ? "%.2f" : "%.0f", value);
    }
}
