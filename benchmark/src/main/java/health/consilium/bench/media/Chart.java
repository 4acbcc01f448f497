package health.consilium.bench.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One scenario as an SVG: lines of the picture, frames a second and kbit/s over time. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int LEFT = 46;
    private static final int PANEL = 96;
    private static final int BETWEEN = 26;
    private static final int TOP = 34;
    private static final String OURS = "#0b7a75";
    private static final String FLOOR = "#9aa0a6";
    private static final double STEP = 500;

    private final Scenario scenario;
    private final Optional<Run> ours;
    private final Optional<Run> floor;
    private final double seconds;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Scenario scenario, Optional<Run> ours, Optional<Run> floor) {
        this.scenario = scenario;
        this.ours = ours;
        this.floor = floor;
        this.seconds = Stream.of(ours, floor)
                .flatMap(Optional::stream)
                .mapToDouble(Chart::length)
                .max()
                .orElse(1);
    }

    static String of(Scenario scenario, Optional<Run> ours, Optional<Run> floor) {
        return new Chart(scenario, ours, floor).draw();
    }

    private static double length(Run run) {
        return (run.spans().getLast().to() - run.clicked()) / 1_000;
    }

    private String draw() {
        int height = TOP + 3 * (PANEL + BETWEEN);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n",
                WIDTH,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(LEFT, 18, scenario.title() + ": what the doctor sees", "#202124", 14);
        panel(0, "lines", 720, Chart::lines);
        panel(1, "fps", 30, Chart::fps);
        panel(2, "kbit/s", 2_500, Chart::kbps);
        return svg.append("</svg>\n").toString();
    }

    private void panel(int number, String name, double most, BiFunction<Recording, Double, Double> value) {
        int top = TOP + number * (PANEL + BETWEEN);
        ours.ifPresent(run -> shade(run, top));
        svg.append(String.format(
                "<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"#dadce0\"/>%n", LEFT, top, PANEL, WIDTH - LEFT - 10));
        text(4, top + 10, Report.number(most), "#5f6368", 11);
        text(4, top + PANEL, name, "#5f6368", 11);
        for (int second = 0; second <= seconds; second += seconds > 40 ? 10 : 5) {
            text((int) x(second * 1_000.0), top + PANEL + 13, second + " s", "#5f6368", 10);
        }
        floor.ifPresent(run -> curve(run, FLOOR, top, most, value));
        ours.ifPresent(run -> curve(run, OURS, top, most, value));
    }

    private void shade(Run run, int top) {
        for (Run.Span span : run.spans()) {
            if (span.name().equals("during")) {
                double x = x(span.from() - run.clicked());
                double width = x(span.to() - run.clicked()) - x;
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#fdecea\"/>%n",
                        x,
                        top,
                        width,
                        PANEL));
            }
        }
    }

    private void curve(Run run, String colour, int top, double most, BiFunction<Recording, Double, Double> value) {
        Recording doctor = run.doctor();
        String points = IntStream.range(0, (int) (length(run) * 1_000 / STEP))
                .mapToObj(step -> {
                    double at = step * STEP;
                    double share = Math.min(1, value.apply(doctor, run.clicked() + at) / most);
                    return String.format(Locale.ROOT, "%.0f,%.0f", x(at), top + PANEL * (1 - share));
                })
                .collect(Collectors.joining(" "));
        svg.append(
                "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"" + colour + "\" points=\"" + points + "\"/>\n");
    }

    private static double lines(Recording seen, double at) {
        List<Recording.Frame> frames = seen.frames(at, at + STEP);
        return frames.isEmpty() ? 0 : frames.getLast().height();
    }

    private static double fps(Recording seen, double at) {
        return seen.frames(at, at + STEP).size() * 1_000 / STEP;
    }

    private static double kbps(Recording seen, double at) {
        return seen.growth("inbound-rtp/video/bytesReceived", at - STEP, at + STEP) * 8 / (2 * STEP);
    }

    private double x(double milliseconds) {
        return LEFT + milliseconds / 1_000 / seconds * (WIDTH - LEFT - 10);
    }

    private void text(int x, int y, String words, String colour, int size) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\" font-size=\"" + size + "\">"
                + words.replace("&", "&amp;").replace("<", "&lt;") + "</text>\n");
    }
}
