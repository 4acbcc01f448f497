package health.consilium.quality.samples;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.Sights;
import health.consilium.quality.domain.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleBufferTests {
    private final SampleBuffer buffer = new SampleBuffer();
    private final ConsultationId call = new ConsultationId(UUID.randomUUID());
    private final UserId patient = new UserId(UUID.randomUUID());
    private final UserId doctor = new UserId(UUID.randomUUID());
    private Instant now = Instant.parse("2030-01-07T09:00:00Z");

    private void samples(int count, Duration every, UserId... people) {
        for (int i = 0; i < count; i++) {
            for (UserId person : people) {
                buffer.add(call, person, Reading.of(now, Sights.good()));
            }
            now = now.plus(every);
        }
    }

    @Test
    @DisplayName("Q6: a minute of a person is one row")
    void oneRowAMinute() {
        samples(29, Duration.ofSeconds(2), patient, doctor);
        assertThat(buffer.due(now)).isEmpty();
        samples(1, Duration.ofSeconds(2), patient, doctor);
        assertThat(buffer.due(now)).extracting(Chunk::person).containsExactly(patient, doctor);
        assertThat(buffer.due(now)).isEmpty();
    }

    @Test
    @DisplayName("somebody whose samples stopped is written after a while all the same")
    void aShortMinute() {
        samples(3, Duration.ofSeconds(2), patient);
        assertThat(buffer.due(now.plusSeconds(69))).isEmpty();
        assertThat(buffer.due(now.plusSeconds(70)))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.readings()).hasSize(3));
    }

    @Test
    @DisplayName("S28: who reports a hundred times a second fills no memory")
    void tooOften() {
        samples(1_000, Duration.ofMillis(10), patient);
        assertThat(buffer.all())
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.readings()).hasSize(10));
    }

    @Test
    @DisplayName("one consultation can be asked for alone; what could not be written waits in front")
    void asked() {
        samples(2, Duration.ofSeconds(2), patient);
        ConsultationId other = new ConsultationId(UUID.randomUUID());
        buffer.add(other, doctor, Reading.of(now, Sights.good()));
        var taken = buffer.of(call);
        assertThat(taken)
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.consultation()).isEqualTo(call));
        buffer.putBack(taken);
        assertThat(buffer.all()).extracting(Chunk::consultation).containsExactly(call, other);
    }
}
