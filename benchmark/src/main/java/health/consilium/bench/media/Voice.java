package health.consilium.bench.media;

import health.consilium.bench.media.Recording.Tone;
import health.consilium.e2e.browser.MarkerTones;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * What became of a voice when its way changed: every tone is looked for where it would have come had nothing changed. One that
 * is late can still be understood, one that is lost cannot.
 *
 * @param lost the share of the tones that never came, 0 to 1; NaN when the time was too short for any
 * @param later by how much the others came later, the median in milliseconds; NaN when none came
 */
record Voice(double lost, double later) {
    private static final double APART = MarkerTones.APART.toMillis();
    private static final int ROUND = MarkerTones.KEYS.length();
    /** What comes that much before its place is another one, and what comes that much after it comes too late for a talk. */
    private static final double EARLY = 400;

    private static final double TOO_LATE = 3_000;

    /** @param place of the tones before the change, by {@link Markers#place} */
    static Voice between(List<Tone> tones, double place, double from, double to) {
        long first = (long) Math.ceil(from / APART - place);
        long end = (long) Math.ceil(to / APART - place);
        double[] late = LongStream.range(first, end)
                .mapToObj(n -> late(tones, n, place))
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        double said = end - first;
        return new Voice(
                said == 0 ? Double.NaN : 1 - late.length / said, late.length == 0 ? Double.NaN : late[late.length / 2]);
    }

    private static OptionalDouble late(List<Tone> tones, long n, double place) {
        double due = (n + place) * APART;
        char key = MarkerTones.KEYS.charAt(Math.floorMod(n, ROUND));
        double[] found = tones.stream()
                .filter(tone -> tone.key() == key)
                .mapToDouble(tone -> tone.at() - due)
                .filter(late -> late > -EARLY && late < TOO_LATE)
                .toArray();
        return Arrays.stream(found).min();
    }
}
