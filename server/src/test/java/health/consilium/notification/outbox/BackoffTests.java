package health.consilium.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F19: how long to wait after an attempt that failed. */
class BackoffTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");

    private static Duration after(int attempt, Duration left) {
        return Backoff.after(attempt, NOW, NOW.plus(left));
    }

    @Test
    @DisplayName("F19: twice as long each time, half an hour at most")
    void doubles() {
        Duration week = Duration.ofDays(7);
        assertThat(after(1, week)).isEqualTo(Duration.ofSeconds(10));
        assertThat(after(2, week)).isEqualTo(Duration.ofSeconds(20));
        assertThat(after(8, week)).isEqualTo(Duration.ofSeconds(1280));
        assertThat(after(9, week)).isEqualTo(Duration.ofMinutes(30));
        assertThat(after(1_000_000, week)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    @DisplayName("F19: what is of use for a short time only is tried more often")
    void hurries() {
        assertThat(after(9, Duration.ofMinutes(4))).isEqualTo(Duration.ofMinutes(1));
        assertThat(after(9, Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(10));
        assertThat(after(9, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(10));
    }
}
