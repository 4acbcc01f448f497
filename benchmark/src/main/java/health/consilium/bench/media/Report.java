package health.consilium.bench.media;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The report for people, in Markdown. */
final class Report {
    private static final String NEVER = "never";

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static String of(List<Result> results, List<Goals.Verdict> verdicts, List<String> notes) {
        Report report = new Report();
        report.opening(results, notes);
        report.goals(verdicts);
        report.setUp(results);
        report.phases(results);
        report.recoveries(results);
        report.charts(results);
        return report.text.toString();
    }

    private void opening(List<Result> results, List<String> notes) {
        line("# Calls on bad networks");
        line("");
        line(
                "Made by `./bench media`; how it measures stands in [the media lab](../media-lab.md). Each figure is ours, then the floor's");
        line(
                "(two bare pages and one socket, no application) in the same run; of the two sides the one that fared worse.");
        line("");
        int runs =
                results.stream().mapToInt(result -> result.ours().size()).max().orElse(0);
        line(runs == 1 ? "One call a row." : "Medians of " + runs + " calls a row.");
        notes.forEach(note -> line("\n" + note));
        line("");
    }

    private void goals(List<Goals.Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        line("## Goals");
        row("scenario", "what", "measured", "goal", "");
        rule(5);
        verdicts.forEach(goal -> row(
                goal.scenario(),
                goal.what(),
                number(goal.measured()),
                (goal.atMost() ? "≤ " : "≥ ") + number(goal.limit()),
                goal.reached() ? "reached" : "**missed**"));
        line("");
    }

    private void setUp(List<Result> results) {
        line("## Set-up");
        line(
                "Connected: from making the connection, the slower side. First frame: from the click, both sides. Our connection is made while it rings, the floor's after the click.");
        line("");
        row("scenario", "way", "connected (ms)", "first frame (ms)", "720 lines after (ms)");
        rule(5);
        for (Result result : results) {
            row(
                    result.scenario().name(),
                    way(result),
                    both(result, figures -> figures.get("connected")),
                    both(result, figures -> figures.get("firstFrame")),
                    both(result, figures -> figures.get("hd")));
        }
        line("");
    }

    private void phases(List<Result> results) {
        line("## Picture and sound");
        line(
                "Gap: the longest time without a new frame. Concealed: share of the sound that had to be made up. Tones: share of marker tones recognised.");
        line("");
        row("scenario", "phase", "fps", "lines", "kbit/s", "gap (ms)", "freezes", "concealed", "tones");
        rule(9);
        for (Result result : results) {
            for (Scenario.Phase phase : result.scenario().phases()) {
                Function<String, String> cell = name -> both(result, figures -> figures.worse(phase.name(), name));
                row(
                        result.scenario().name(),
                        phase.name(),
                        cell.apply("fps"),
                        cell.apply("height"),
                        cell.apply("kbps"),
                        cell.apply("gap"),
                        cell.apply("freezes"),
                        cell.apply("concealed"),
                        cell.apply("tones"));
            }
        }
        line("");
    }

    private void recoveries(List<Result> results) {
        List<Result> passing =
                results.stream().filter(result -> phase(result, "after")).toList();
        if (passing.isEmpty()) {
            return;
        }
        line("## Recovery");
        line(
                "From the moment the network is good again (or, for a change of address, from the change), in milliseconds.");
        line("");
        row("scenario", "picture back: patient", "picture back: doctor", "720 lines: patient", "720 lines: doctor");
        rule(5);
        for (Result result : passing) {
            row(
                    result.scenario().name(),
                    both(result, figures -> figures.get("after.patient.back")),
                    both(result, figures -> figures.get("after.doctor.back")),
                    both(result, figures -> figures.get("after.patient.hd")),
                    both(result, figures -> figures.get("after.doctor.hd")));
        }
        line("");
    }

    private void charts(List<Result> results) {
        line("## Charts");
        line("What the doctor sees: ours in colour, the floor in grey. Shaded: while it is bad.");
        line("");
        Map<String, String> sorted = new TreeMap<>();
        results.forEach(
                result -> sorted.put(result.scenario().name(), result.scenario().title()));
        sorted.forEach((name, title) -> line("![" + title + "](" + name + ".svg)"));
    }

    private static boolean phase(Result result, String name) {
        return result.scenario().phases().stream()
                .anyMatch(phase -> phase.name().equals(name));
    }

    private static String way(Result result) {
        return result.ourLast()
                .map(run -> run.patient().samples())
                .filter(samples -> !samples.isEmpty())
                .map(samples -> samples.getLast().way())
                .orElse("none");
    }

    private static String both(Result result, Function<Figures, Double> value) {
        return number(value.apply(result.our())) + " · " + number(value.apply(result.floors()));
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return NEVER;
        }
        boolean small = Math.abs(value) < 10 && value != Math.rint(value);
        return String.format(Locale.ROOT, small ? "%.2f" : "%.0f", value);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void rule(int cells) {
        line("|" + "---|".repeat(cells));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
