package health.consilium.quality.domain;

import health.consilium.quality.Percentiles;
import health.consilium.quality.PersonQuality;
import health.consilium.quality.Pictures;
import health.consilium.quality.Trouble;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What samples amount to. */
public final class Summary {
    private static final int SHARP = 720;
    private static final int MEDIUM = 360;

    private Summary() {}

    public static PersonQuality of(List<Reading> readings) {
        return new PersonQuality(
                readings.size(),
                Percentiles.low(values(readings, Summary::opinion)),
                Percentiles.high(values(readings, Measure.RTT)),
                Percentiles.high(values(readings, Measure.JITTER)),
                Percentiles.high(values(readings, Measure.LOSS_UP)),
                Percentiles.high(values(readings, Measure.LOSS_DOWN)),
                Percentiles.of(values(readings, Measure.FPS), 0.5),
                pictures(readings),
                share(readings, said(Measure.CANDIDATE, "relay")),
                share(readings, said(Measure.LIMITATION, "cpu")),
                share(readings, said(Measure.LIMITATION, "bandwidth")),
                mean(values(readings, Measure.FROZEN)),
                troubles(readings));
    }

    /** @return null when the round trip is not known */
    static @Nullable Double opinion(Reading reading) {
        Double rtt = reading.value(Measure.RTT);
        Double loss = reading.value(Measure.LOSS_DOWN);
        return rtt == null
                ? null
                : Double.valueOf(Mos.of(
                        rtt,
                        reading.value(Measure.JITTER_BUFFER),
                        loss == null ? 0 : loss,
                        reading.value(Measure.CONCEALED)));
    }

    private static Pictures pictures(List<Reading> readings) {
        return new Pictures(
                share(readings, lines(SHARP, Integer.MAX_VALUE)),
                share(readings, lines(MEDIUM, SHARP)),
                share(readings, lines(1, MEDIUM)),
                share(readings, lines(0, 1)));
    }

    /** A picture that does not move is none. */
    private static Predicate<Reading> lines(int from, int below) {
        return reading -> {
            Double height = reading.value(Measure.HEIGHT);
            Double fps = reading.value(Measure.FPS);
            double lines = height == null || fps == null || fps < 1 ? 0 : height;
            return lines >= from && lines < below;
        };
    }

    private static List<Trouble> troubles(List<Reading> readings) {
        Map<Trouble, Long> counts = readings.stream()
                .map(Summary::trouble)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> new Trouble(e.getKey().cause(), e.getKey().side(), (double) e.getValue() / readings.size()))
                .sorted(Comparator.comparingDouble(Trouble::share)
                        .reversed()
                        .thenComparing(Trouble::cause)
                        .thenComparing(Trouble::side))
                .toList();
    }

    private static @Nullable Trouble trouble(Reading reading) {
        String cause = reading.word(Measure.CAUSE);
        String side = reading.word(Measure.SIDE);
        return cause == null || cause.equals("none") ? null : new Trouble(cause, side == null ? "between" : side, 0);
    }

    private static Predicate<Reading> said(Measure measure, String word) {
        return reading -> word.equals(reading.word(measure));
    }

    private static double share(List<Reading> readings, Predicate<Reading> which) {
        return readings.isEmpty() ? 0 : (double) readings.stream().filter(which).count() / readings.size();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static List<Double> values(List<Reading> readings, Measure measure) {
        return values(readings, reading -> reading.value(measure));
    }

    private static List<Double> values(List<Reading> readings, Function<Reading, @Nullable Double> of) {
        return readings.stream().map(of).filter(Objects::nonNull).toList();
    }
}
