package health.consilium.bench.media;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Named numbers of one call, or their medians over several; NaN where something never happened. */
record Figures(Map<String, Double> values) {
    /** Numbers of which more is better: the worse of two sides is the smaller one. */
    private static final List<String> MORE_IS_BETTER = List.of("fps", "height", "kbps", "tones");

    /** How long after a change the call may take to find its way, in milliseconds. */
    private static final double FIRST_SECONDS = 5_000;

    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** What the side saw and heard that fared worse; never is worst. */
    double worse(String phase, String name) {
        double one = get(phase + ".patient." + name);
        double other = get(phase + ".doctor." + name);
        return MORE_IS_BETTER.contains(name) ? Math.min(one, other) : Math.max(one, other);
    }

    /** What one side saw and heard in that span, named {@code phase.side.name}. */
    static Map<String, Double> of(String phase, String side, Recording recording, double from, double to) {
        Map<String, Double> values = new LinkedHashMap<>();
        String prefix = phase + "." + side + ".";
        Picture picture = new Picture(recording, from, to);
        values.put(prefix + "fps", picture.fps());
        values.put(prefix + "height", picture.height());
        values.put(prefix + "kbps", recording.growth("inbound-rtp/video/bytesReceived", from, to) * 8 / (to - from));
        values.put(prefix + "gap", picture.longestGap());
        values.put(prefix + "freezes", recording.growth("inbound-rtp/video/freezeCount", from, to));
        values.put(prefix + "frozen", recording.growth("inbound-rtp/video/totalFreezesDuration", from, to));
        values.put(prefix + "concealed", concealed(recording, from, to));
        values.put(prefix + "tones", Markers.share(recording.tones(), from, to));
        values.put(prefix + "whole", Markers.whole(recording.tones(), from, to));
        values.put(prefix + "back", picture.back());
        values.put(prefix + "hd", picture.highDefinition());
        values.put(prefix + "tenFps", picture.untilFps(10));
        return values;
    }

    /** How whole and how late the voice was in that span, against an earlier one: in its first seconds, and afterwards. */
    static Map<String, Double> voice(String phase, String side, Recording recording, Run.Span earlier, Run.Span span) {
        double place = Markers.place(recording.tones(), earlier.from(), earlier.to());
        double settled = Math.min(span.to(), span.from() + FIRST_SECONDS);
        Voice first = Voice.between(recording.tones(), place, span.from(), settled);
        Voice rest = Voice.between(recording.tones(), place, settled, span.to());
        String prefix = phase + "." + side + ".";
        return Map.of(
                prefix + "lostFirst", first.lost(),
                prefix + "laterFirst", first.later(),
                prefix + "lostRest", rest.lost(),
                prefix + "laterRest", rest.later());
    }

    static Figures medians(List<Figures> runs) {
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.values().keySet()));
        Map<String, Double> medians = new LinkedHashMap<>();
        names.forEach(name -> medians.put(
                name, median(runs.stream().mapToDouble(run -> run.get(name)).toArray())));
        return new Figures(medians);
    }

    /** Never sorts as longest. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double concealed(Recording recording, double from, double to) {
        double heard = recording.growth("inbound-rtp/audio/totalSamplesReceived", from, to);
        double madeUp = recording.growth("inbound-rtp/audio/concealedSamples", from, to)
                - recording.growth("inbound-rtp/audio/silentConcealedSamples", from, to);
        return heard == 0 ? Double.NaN : madeUp / heard;
    }
}
