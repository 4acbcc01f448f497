package health.consilium.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpanTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2030-03-31T21:59:00Z");

    @Test
    @DisplayName("thirty days up to today, as the viewer's calendar has them")
    void usual() {
        Span span = Span.of(null, null, BERLIN, NOW);
        assertThat(span.to()).isEqualTo("2030-03-31");
        assertThat(span.from()).isEqualTo("2030-03-02");
        assertThat(span.days()).hasSize(30);
        assertThat(Span.of(null, null, ZoneId.of("Asia/Tokyo"), NOW).to()).isEqualTo("2030-04-01");
    }

    @Test
    @DisplayName("the day the clocks change has 23 hours")
    void summerTime() {
        LocalDate day = LocalDate.of(2030, 3, 31);
        Span span = Span.of(day, day, BERLIN, NOW);
        assertThat(Duration.between(span.begins(), span.ends())).isEqualTo(Duration.ofHours(23));
        assertThat(span.dayOf(span.begins())).isEqualTo(day);
        assertThat(span.dayOf(span.ends().minusMillis(1))).isEqualTo(day);
        assertThat(span.dayOf(span.ends())).isEqualTo(day.plusDays(1));
    }

    @Test
    @DisplayName("days in the wrong order, or too many, are refused with a reason")
    void refused() {
        LocalDate day = LocalDate.of(2030, 3, 31);
        assertThatThrownBy(() -> Span.of(day, day.minusDays(1), BERLIN, NOW)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Span.of(day.minusDays(366), day, BERLIN, NOW)).isInstanceOf(Problem.class);
        assertThat(Span.of(day.minusDays(365), day, BERLIN, NOW).days()).hasSize(366);
    }
}
