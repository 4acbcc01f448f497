package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.bench.media.Recording.Tone;
import health.consilium.e2e.browser.MarkerTones;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which share of the marker tones arrived. */
class MarkersTests {
    private static final int TONES = 40;
    private static final double START = 123_456;
    private static final Offset<Double> CLOSE = Offset.offset(0.001);

    @Test
    @DisplayName("all tones in their places are all, wherever the circle began")
    void all() {
        assertThat(share(heard(0))).isEqualTo(1, CLOSE);
        assertThat(share(heard(5))).isEqualTo(1, CLOSE);
    }

    @Test
    @DisplayName("a jitter of 80 ms does not matter")
    void jitter() {
        List<Tone> tones = heard(3).stream()
                .map(tone -> new Tone(tone.at() + (tone.key() % 2 == 0 ? 80 : -80), tone.key()))
                .toList();
        assertThat(share(tones)).isEqualTo(1, CLOSE);
    }

    @Test
    @DisplayName("missing tones count, and tones in wrong places do not help")
    void missing() {
        List<Tone> half = IntStream.range(0, TONES)
                .filter(n -> n % 2 == 0)
                .mapToObj(heard(0)::get)
                .toList();
        assertThat(share(half)).isEqualTo(0.5, CLOSE);
        List<Tone> wrong =
                heard(0).stream().map(tone -> new Tone(tone.at(), '5')).toList();
        assertThat(share(wrong)).isLessThan(0.1);
        assertThat(share(List.of())).isZero();
    }

    @Test
    @DisplayName("a voice is whole from the first tone on after which none was lost, be it late")
    void whole() {
        List<Tone> tones = heard(3);
        assertThat(whole(tones)).isZero();
        List<Tone> broken = IntStream.range(0, TONES)
                .filter(n -> n != 2 && n != 5)
                .mapToObj(tones::get)
                .map(tone -> tone.at() < START + 4_000 ? new Tone(tone.at() + 450, tone.key()) : tone)
                .toList();
        assertThat(whole(broken)).isEqualTo(100 + 6 * MarkerTones.APART.toMillis(), Offset.offset(1.0));
        assertThat(whole(tones.subList(0, TONES / 2))).isNaN();
        assertThat(whole(List.of())).isNaN();
    }

    private static double whole(List<Tone> tones) {
        double from = START - 100;
        return Markers.whole(tones, from, from + TONES * MarkerTones.APART.toMillis());
    }

    private static List<Tone> heard(int first) {
        return IntStream.range(0, TONES)
                .mapToObj(n -> new Tone(
                        START + n * MarkerTones.APART.toMillis(),
                        MarkerTones.KEYS.charAt((first + n) % MarkerTones.KEYS.length())))
                .toList();
    }

    private static double share(List<Tone> tones) {
        double from = START - 100;
        return Markers.share(tones, from, from + TONES * MarkerTones.APART.toMillis());
    }
}
