package health.consilium.bench.media;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One call through one scenario, from the click to the end of the last phase. */
record Run(double clicked, List<Span> spans, Recording patient, Recording doctor) {
    /** Before the first phase: a call takes a moment to find its bitrate. */
    private static final Duration SETTLING = Duration.ofSeconds(6);

    private static final Duration LAST_SAMPLE = Duration.ofMillis(700);

    /** A phase as it was, in milliseconds since 1970. */
    record Span(String name, double from, double to) {}

    /** @return nothing when the call could not even be made */
    static Optional<Run> of(
            Scenario scenario, Stage stage, BiFunction<Stage, Consumer<Stage>, ? extends MeasuredCall> call) {
        try (MeasuredCall running = call.apply(stage, scenario.before())) {
            return Optional.of(held(scenario, stage, running));
        } catch (PlaywrightException | AssertionError failed) {
            System.err.println(scenario.name() + ": no call: " + failed.getMessage());
            return Optional.empty();
        } finally {
            stage.lab().mend();
        }
    }

    private static Run held(Scenario scenario, Stage stage, MeasuredCall running) {
        pass(SETTLING);
        List<Span> spans = new ArrayList<>();
        for (Scenario.Phase phase : scenario.phases()) {
            phase.begins().accept(stage);
            double from = System.currentTimeMillis();
            pass(phase.length());
            spans.add(new Span(phase.name(), from, System.currentTimeMillis()));
        }
        pass(LAST_SAMPLE);
        return new Run(running.clicked(), spans, Recording.of(running.patient()), Recording.of(running.doctor()));
    }

    Figures figures() {
        Map<String, Double> values = new LinkedHashMap<>();
        double end = spans.getLast().to();
        double firstFrame = 0;
        double connected = 0;
        double highDefinition = 0;
        for (Recording side : List.of(patient, doctor)) {
            firstFrame = Math.max(firstFrame, side.frames().getFirst().at() - clicked);
            connected = Math.max(connected, connecting(side));
            highDefinition = Math.max(highDefinition, new Picture(side, clicked, end).highDefinition());
        }
        values.put("connected", connected);
        values.put("firstFrame", firstFrame);
        values.put("hd", highDefinition);
        for (Span span : spans) {
            values.putAll(Figures.of(span.name(), "patient", patient, span.from(), span.to()));
            values.putAll(Figures.of(span.name(), "doctor", doctor, span.from(), span.to()));
        }
        Span first = spans.getFirst();
        for (Span span : spans.subList(1, spans.size())) {
            values.putAll(Figures.voice(span.name(), "patient", patient, first, span));
            values.putAll(Figures.voice(span.name(), "doctor", doctor, first, span));
        }
        return new Figures(values);
    }

    /** From the first description to being connected. */
    private static double connecting(Recording side) {
        return side.connections().stream()
                .filter(one -> one.connected() > 0)
                .mapToDouble(one -> one.connected() - one.began())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
