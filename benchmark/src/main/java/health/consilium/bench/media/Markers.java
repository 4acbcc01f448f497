package health.consilium.bench.media;

import health.consilium.bench.media.Recording.Tone;
import health.consilium.e2e.browser.MarkerTones;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How much of what was said can be recognised: marker tones that were heard where they belong. */
final class Markers {
    private static final double APART = MarkerTones.APART.toMillis();
    private static final int ROUND = MarkerTones.KEYS.length();
    private static final double TOLERANCE = 0.4;
    /** What comes within that many milliseconds of its place can be understood, though the voice's delay has changed. */
    private static final double NEAR = 1_000;

    private Markers() {}

    /**
     * The share of the tones of that span that were recognised, 0 to 1. When the circle began is not known: the
     * beginning that explains most is taken.
     */
    static double share(List<Tone> tones, double from, double to) {
        double[] beginnings = beginnings(tones, from, to);
        return Math.min(1, explained(beginnings, likeliest(beginnings)) / Math.floor((to - from) / APART));
    }

    /**
     * From the beginning of the span until no tone is lost any more, in milliseconds: 0 when none is, NaN when one of the
     * last two is. What only comes at another time than the others, because the delay has changed, is not lost.
     */
    static double whole(List<Tone> tones, double from, double to) {
        double beginning = likeliest(beginnings(tones, from, to));
        double lost = Double.NEGATIVE_INFINITY;
        double last = to - NEAR;
        for (double n = Math.ceil(from / APART - beginning); (n + beginning) * APART < last; n++) {
            double due = (n + beginning) * APART;
            char key = MarkerTones.KEYS.charAt((int) floorMod(n));
            boolean heard = tones.stream().anyMatch(tone -> tone.key() == key && Math.abs(tone.at() - due) < NEAR);
            lost = heard ? lost : due;
        }
        return Double.isNaN(beginning) || lost > last - 2 * APART ? Double.NaN : Math.max(0, lost + APART - from);
    }

    /** Where in the circle the tones of that span belong, in tones; NaN when there are none. The middle one of those that agree. */
    static double place(List<Tone> tones, double from, double to) {
        double[] all = beginnings(tones, from, to);
        double likeliest = likeliest(all);
        double[] apart = Arrays.stream(all)
                .map(one -> floorMod(one - likeliest + ROUND / 2.0) - ROUND / 2.0)
                .filter(away -> Math.abs(away) < TOLERANCE)
                .sorted()
                .toArray();
        return apart.length == 0 ? Double.NaN : likeliest + apart[apart.length / 2];
    }

    private static double[] beginnings(List<Tone> tones, double from, double to) {
        return tones.stream()
                .filter(tone -> tone.at() >= from && tone.at() < to)
                .mapToDouble(tone -> floorMod(tone.at() / APART - MarkerTones.KEYS.indexOf(tone.key())))
                .toArray();
    }

    private static double likeliest(double[] beginnings) {
        return Arrays.stream(beginnings)
                .boxed()
                .max(Comparator.comparingLong(candidate -> explained(beginnings, candidate)))
                .orElse(Double.NaN);
    }

    private static long explained(double[] beginnings, double candidate) {
        return Arrays.stream(beginnings)
                .filter(other -> distance(candidate, other) < TOLERANCE)
                .count();
    }

    private static double distance(double one, double other) {
        double apart = floorMod(one - other);
        return Math.min(apart, ROUND - apart);
    }

    private static double floorMod(double value) {
        return value - Math.floor(value / ROUND) * ROUND;
    }
}
