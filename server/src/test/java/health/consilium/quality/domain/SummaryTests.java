package health.consilium.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.consilium.quality.PersonQuality;
import health.consilium.quality.Sights;
import health.consilium.quality.Spread;
import health.consilium.quality.Trouble;
import health.consilium.signalling.frame.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SummaryTests {
    private static PersonQuality of(Stream<Sight> sights) {
        return Summary.of(sights.map(sight -> Reading.of(Instant.EPOCH, sight)).toList());
    }

    private static Stream<Sight> times(int n, Sight sight) {
        return IntStream.range(0, n).mapToObj(i -> sight);
    }

    @Test
    @DisplayName("Q6: median and 95th percentile, of the opinion median and 5th")
    void percentiles() {
        PersonQuality quality = of(IntStream.rangeClosed(0, 100).mapToObj(i -> Sights.with("rtt", i * 10.0)));
        assertThat(quality.samples()).isEqualTo(101);
        assertThat(quality.rtt()).isEqualTo(new Spread(500, 950));
        Spread opinion = Objects.requireNonNull(quality.opinion());
        assertThat(opinion.median()).isCloseTo(Mos.of(500, 40.0, 0.01, 0.001), within(0.001));
        assertThat(opinion.worst()).isCloseTo(Mos.of(950, 40.0, 0.01, 0.001), within(0.001));
    }

    @Test
    @DisplayName("Q6: how large the picture was, and for how long; one that stands still is none")
    void pictures() {
        var pictures = of(Stream.of(
                                times(4, Sights.with("height", 720)),
                                times(3, Sights.with("height", 540)),
                                times(2, Sights.with("height", 180)),
                                times(1, Sights.with("height", 720, "fps", 0.0)))
                        .flatMap(s -> s))
                .pictures();
        assertThat(List.of(pictures.sharp(), pictures.medium(), pictures.small(), pictures.none()))
                .containsExactly(0.4, 0.3, 0.2, 0.1);
    }

    @Test
    @DisplayName("Q6: relay, limits and the troubles of a call are shares of its time, the longest trouble first")
    void shares() {
        PersonQuality quality = of(Stream.of(
                        times(6, Sights.good()),
                        times(3, Sights.with("cause", "loss", "side", "me", "candidateType", "relay")),
                        times(1, Sights.with("cause", "cpu", "side", "them", "limitation", "cpu")))
                .flatMap(s -> s));
        assertThat(quality.relayed()).isEqualTo(0.3);
        assertThat(quality.limitedByCpu()).isEqualTo(0.1);
        assertThat(quality.troubles()).containsExactly(new Trouble("loss", "me", 0.3), new Trouble("cpu", "them", 0.1));
    }

    @Test
    @DisplayName("what was never measured is not made up")
    void unknown() {
        PersonQuality quality =
                of(times(3, Sights.with("rtt", null, "jitter", null, "height", null, "lossUp", null, "fps", null)));
        assertThat(quality.rtt()).isNull();
        assertThat(quality.opinion()).isNull();
        assertThat(quality.lossUp()).isNull();
        assertThat(quality.fps()).isNull();
        assertThat(quality.pictures().none()).isEqualTo(1);
    }
}
