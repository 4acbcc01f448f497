package health.consilium.bench.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One scenario as an SVG: lines of the picture, frames a second, kbit/s and the marker tones recognised, over time. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int LEFT = 64;
    private static final int PANEL = 96;
    private static final int BETWEEN = 26;
    private static final int TOP = 44;
    private static final int PANELS = 3;
    private static final int VOICE = 34;
    private static final String INK = "#202124";
    private static final String FAINT = "#5f6368";
    private static final String LINE = "#dadce0";
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
        int height = top(PANELS) + VOICE + BETWEEN;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n",
                WIDTH,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(LEFT, 16, scenario.title(), INK, 14);
        text(LEFT, 32, "what the doctor sees and hears of the patient:", FAINT, 11);
        text(LEFT + 300, 32, "— ours", OURS, 11);
        text(LEFT + 350, 32, "— floor", FLOOR, 11);
        panel(0, "lines", 720, Chart::lines);
        panel(1, "frames/s", 30, Chart::fps);
        panel(2, "kbit/s", 2_500, Chart::kbps);
        voice();
        return svg.append("</svg>\n").toString();
    }

    private static int top(int panel) {
        return TOP + panel * (PANEL + BETWEEN);
    }

    private void panel(int number, String name, double most, BiFunction<Recording, Double, Double> value) {
        int top = top(number);
        frame(top, PANEL, name);
        text(LEFT - 8, top + 9, Report.number(most), FAINT, 10, "end");
        text(LEFT - 8, top + PANEL, "0", FAINT, 10, "end");
        svg.append(String.format(
                "<path d=\"M%d %dh%d\" stroke=\"%s\" stroke-dasharray=\"2 4\"/>%n",
                LEFT, top + PANEL / 2, WIDTH - LEFT - 10, LINE));
        floor.ifPresent(run -> curve(run, FLOOR, top, most, value));
        ours.ifPresent(run -> curve(run, OURS, top, most, value));
    }

    /** A stroke for each marker tone that was recognised; a gap is a moment in which speech was lost. */
    private void voice() {
        int top = top(PANELS);
        frame(top, VOICE, "voice");
        ours.ifPresent(run -> tones(run, OURS, top + 3));
        floor.ifPresent(run -> tones(run, FLOOR, top + VOICE / 2 + 2));
    }

    private void tones(Run run, String colour, int top) {
        String strokes = run.doctor().tones().stream()
                .mapToDouble(tone -> tone.at() - run.clicked())
                .filter(at -> at >= 0 && at <= length(run) * 1_000)
                .mapToObj(at -> String.format(Locale.ROOT, "M%.1f %dv%d", x(at), top, VOICE / 2 - 5))
                .collect(Collectors.joining());
        svg.append("<path stroke-width=\"2\" stroke=\"" + colour + "\" d=\"" + strokes + "\"/>\n");
    }

    private void frame(int top, int height, String name) {
        ours.ifPresent(run -> shade(run, top, height));
        svg.append(String.format(
                "<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"%s\"/>%n",
                LEFT, top, height, WIDTH - LEFT - 10, LINE));
        text(LEFT - 8, top + height / 2 + 4, name, INK, 11, "end");
        for (int second = 0; second <= seconds; second += seconds > 40 ? 10 : 5) {
            text((int) x(second * 1_000.0), top + height + 13, second + " s", FAINT, 10, "middle");
        }
    }

    private void shade(Run run, int top, int height) {
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
                        height));
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
        text(x, y, words, colour, size, "start");
    }

    private void text(int x, int y, String words, String colour, int size, String anchor) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\" font-size=\"" + size
                + "\" text-anchor=\"" + anchor + "\">"
                + words.replace("&", "&amp;").replace("<", "&lt;") + "</text>\n");
    }
}
