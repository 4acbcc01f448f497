package health.consilium.quality.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.QualityProperties;
import health.consilium.quality.Sights;
import health.consilium.quality.domain.Reading;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SampleRetentionTests {
    @Autowired
    private SampleStore store;

    @Autowired
    private SampleRetention retention;

    @Autowired
    private MutableClock clock;

    private ConsultationId callAt(Instant at) {
        ConsultationId call = new ConsultationId(UUID.randomUUID());
        store.insert(List.of(new Chunk(call, new UserId(UUID.randomUUID()), List.of(Reading.of(at, Sights.good())))));
        return call;
    }

    @Test
    @DisplayName("Q6: samples go after ninety days, not before")
    void ninetyDays() {
        ConsultationId old = callAt(clock.instant().minus(Duration.ofDays(90)).minusMillis(1));
        ConsultationId kept = callAt(clock.instant().minus(Duration.ofDays(90)));
        assertThat(retention.apply()).isPositive();
        assertThat(store.of(old)).isEmpty();
        assertThat(store.of(kept)).hasSize(1);
        assertThat(retention.apply()).isZero();
    }

    @Test
    @DisplayName("a retention that would take samples of running calls is refused")
    void tooShort() {
        assertThatThrownBy(() -> new QualityProperties(Duration.ofHours(23)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QualityProperties(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
