package health.consilium.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.consilium.quality.Sights;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadingTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");

    @Test
    @DisplayName("what is plausible comes through, as fine as it is kept")
    void plausible() {
        assertThat(Reading.of(NOW, Sights.with("rtt", 24.4, "jitter", 3.24)).sight())
                .isEqualTo(Sights.with("rtt", 24.0, "jitter", 3.2));
    }

    @Test
    @DisplayName("S28: absurd numbers become the most that is kept, foreign words and no numbers become nothing")
    void absurd() {
        var sight = Reading.of(
                        NOW,
                        Sights.with(
                                "rtt",
                                1e300,
                                "lossUp",
                                7.0,
                                "lossDown",
                                -3.0,
                                "score",
                                99,
                                "bitrateUp",
                                1e12,
                                "candidateType",
                                "x".repeat(60_000),
                                "cause",
                                "<script>",
                                "jitter",
                                Double.NaN))
                .sight();
        assertThat(sight.rtt()).isEqualTo(Short.MAX_VALUE);
        assertThat(sight.lossUp()).isEqualTo(1);
        assertThat(sight.lossDown()).isZero();
        assertThat(sight.score()).isEqualTo(5);
        assertThat(sight.bitrateUp()).isCloseTo(32_767_000, within(1.0));
        assertThat(sight.candidateType()).isNull();
        assertThat(sight.cause()).isNull();
        assertThat(sight.jitter()).isNull();
    }
}
