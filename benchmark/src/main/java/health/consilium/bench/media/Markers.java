package health.consilium.bench.media;

import health.consilium.bench.media.Recording.Tone;
import health.consilium.e2e.browser.MarkerTones;
import java.util.Arrays;
import java.util.List;

/** How much of what was said can be recognised: marker tones that were heard where they belong. */
final class Markers {
    private static final double APART = MarkerTones.APART.toMillis();
    private static final int ROUND = MarkerTones.KEYS.length();
    private static final double TOLERANCE = 0.4;

    private Markers() {}

    /**
     * The share of the tones of that span that were recognised, 0 to 1. When the circle began is not known: the
     * beginning that explains most is taken.
     */
    static double share(List<Tone> tones, double from, double to) {
        double[] beginnings = tones.stream()
                .filter(tone -> tone.at() >= from && tone.at() < to)
                .mapToDouble(tone -> floorMod(tone.at() / APART - MarkerTones.KEYS.indexOf(tone.key())))
                .toArray();
        long most = 0;
        for (double candidate : beginnings) {
            long explained = Arrays.stream(beginnings)
                    .filter(other -> distance(candidate, other) < TOLERANCE)
                    .count();
            most = Math.max(most, explained);
        }
        return Math.min(1, most / Math.floor((to - from) / APART));
    }

    private static double distance(double one, double other) {
        double apart = floorMod(one - other);
        return Math.min(apart, ROUND - apart);
    }

    private static double floorMod(double value) {
        return value - Math.floor(value / ROUND) * ROUND;
    }
}
