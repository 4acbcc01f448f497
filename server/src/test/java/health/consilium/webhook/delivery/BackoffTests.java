package health.consilium.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");

    @Test
    @DisplayName(
            "A10: 5 s, then four times as long each time, at most eight hours: some fifteen attempts in three days")
    void grows() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(n -> Backoff.after(n, null, NOW)))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(80),
                        Duration.ofSeconds(320),
                        Duration.ofSeconds(1280),
                        Duration.ofSeconds(5120),
                        Duration.ofSeconds(20480),
                        Duration.ofHours(8));
        assertThat(Backoff.after(1_000_000, null, NOW)).isEqualTo(Duration.ofHours(8));
        Duration passed = Duration.ZERO;
        int attempts = 1;
        while (passed.plus(Backoff.after(attempts, null, NOW)).compareTo(Duration.ofDays(3)) <= 0) {
            passed = passed.plus(Backoff.after(attempts, null, NOW));
            attempts++;
        }
        assertThat(attempts).isBetween(14, 17);
    }

    @Test
    @DisplayName(
            "A10: a receiver may ask for more patience, not for less, and not for ever; what cannot be read asks for nothing")
    void asked() {
        assertThat(Backoff.after(1, "60", NOW)).isEqualTo(Duration.ofSeconds(60));
        assertThat(Backoff.after(4, "60", NOW)).isEqualTo(Duration.ofSeconds(320));
        assertThat(Backoff.after(1, "999999999", NOW)).isEqualTo(Duration.ofHours(8));
        assertThat(Backoff.after(1, "Mon, 7 Jan 2030 09:02:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(2));
        for (String bad : new String[] {"soon", "-5", "", "12345678901234567890"}) {
            assertThat(Backoff.after(1, bad, NOW)).isEqualTo(Duration.ofSeconds(5));
        }
    }
}
