package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** F12: a store that is away for a moment harms nothing; one that stays away ends recordings. */
class OutageTests {
    private static final IOException AWAY = new IOException("away");

    private final MutableClock clock = new MutableClock(Instant.parse("2030-01-07T10:00:00Z"));
    private final Outage outage = new Outage(
            new RecordingProperties(
                    true,
                    Capture.PAGE,
                    OnWithdrawal.KEEP,
                    1,
                    Duration.ofHours(24),
                    DataSize.ofBytes(0),
                    Duration.ofMinutes(1),
                    1,
                    List.of()),
            clock);

    @Test
    @DisplayName("while parts come it has lasted too long after a minute, to the millisecond")
    void aMinute() {
        assertThat(outage.failed(AWAY)).isFalse();
        clock.advance(Duration.ofMillis(59_999));
        assertThat(outage.failed(AWAY)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(outage.failed(AWAY)).isTrue();
    }

    @Test
    @DisplayName("one that nobody has met for a while is not held against the next recording")
    void forgotten() {
        assertThat(outage.failed(AWAY)).isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(outage.failed(AWAY)).as("still the same").isTrue();
        clock.advance(Duration.ofMinutes(2).plusMillis(1));
        assertThat(outage.failed(AWAY)).as("another one").isFalse();
    }

    @Test
    @DisplayName("what is stored ends it")
    void stored() {
        assertThat(outage.failed(AWAY)).isFalse();
        clock.advance(Duration.ofSeconds(59));
        outage.stored();
        clock.advance(Duration.ofSeconds(1));
        assertThat(outage.failed(AWAY)).isFalse();
    }
}
