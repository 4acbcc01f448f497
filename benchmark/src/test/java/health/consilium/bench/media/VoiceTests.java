package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.bench.media.Recording.Tone;
import health.consilium.e2e.browser.MarkerTones;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether a tone is lost or only late. */
class VoiceTests {
    private static final double APART = MarkerTones.APART.toMillis();
    /** Times are those of a recording: since 1970. */
    private static final double START = 1_790_000_123_456.0;

    private static final double CHANGED = START + 20 * APART - 100;
    private static final double END = CHANGED + 20 * APART;
    private static final Offset<Double> CLOSE = Offset.offset(0.001);

    @Test
    @DisplayName("a voice that comes later all the time has lost nothing")
    void late() {
        Voice voice = heard(tones(20, 40, 480));
        assertThat(voice.lost()).isZero();
        assertThat(voice.later()).isEqualTo(480, CLOSE);
    }

    @Test
    @DisplayName("tones that never come are lost, whatever the delay of the others")
    void lost() {
        Voice voice = heard(tones(20, 40, 480).filter(tone -> tone.key() != MarkerTones.KEYS.charAt(5)));
        assertThat(voice.lost()).isEqualTo(1 / 20.0, CLOSE);
        assertThat(voice.later()).isEqualTo(480, CLOSE);
    }

    @Test
    @DisplayName("a voice as before is neither late nor lost, and silence is lost altogether")
    void asBefore() {
        assertThat(heard(tones(20, 40, 0)).lost()).isZero();
        assertThat(heard(tones(20, 40, 0)).later()).isEqualTo(0, CLOSE);
        assertThat(heard(Stream.empty()).lost()).isEqualTo(1, CLOSE);
        assertThat(heard(Stream.empty()).later()).isNaN();
    }

    @Test
    @DisplayName("of a time too short for a tone nothing is said")
    void tooShort() {
        List<Tone> tones = tones(0, 40, 0).toList();
        double place = Markers.place(tones, START - 100, CHANGED);
        assertThat(Voice.between(tones, place, CHANGED, CHANGED).lost()).isNaN();
    }

    private static Voice heard(Stream<Tone> since) {
        List<Tone> tones = Stream.concat(tones(0, 20, 0), since).toList();
        return Voice.between(tones, Markers.place(tones, START - 100, CHANGED), CHANGED, END);
    }

    private static Stream<Tone> tones(int first, int end, double later) {
        return IntStream.range(first, end)
                .mapToObj(n -> new Tone(
                        START + n * APART + later, MarkerTones.KEYS.charAt((3 + n) % MarkerTones.KEYS.length())));
    }
}
