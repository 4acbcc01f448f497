package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Reason;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A8: a service that only took the wish to record is not believed for long. */
class CloudStartTests extends RecordedByService {
    @Autowired
    private CloudStart starts;

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    @DisplayName("what the service does not begin within 20 seconds is over and says why; the conversation goes on")
    void neverBegan(long millis, boolean over) {
        service.idle.add(room);
        UUID id = records();
        clock.advance(CloudStart.BEGINS_WITHIN.plusMillis(millis));
        starts.seeWhetherItBegan();
        assertThat(recording(id).phase()).isEqualTo(over ? Phase.STOPPED : Phase.RECORDING);
        assertThat(recording(id).reason()).isEqualTo(over ? Reason.SERVICE_FAILED : null);
        assertThat(consultations.find(two.call()).orElseThrow().ended()).isFalse();
    }

    @Test
    @DisplayName("what began is not asked for again, and a service that is away afterwards ends nothing")
    void began() {
        UUID id = records();
        starts.seeWhetherItBegan();
        service.down = true;
        clock.advance(CloudStart.ANSWERS_WITHIN);
        starts.seeWhetherItBegan();
        assertThat(recording(id).phase()).isEqualTo(Phase.RECORDING);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true"})
    @DisplayName("a service that does not say for a minute whether it records is not believed either")
    void silent(long millis, boolean over) {
        service.idle.add(room);
        UUID id = records();
        service.down = true;
        clock.advance(CloudStart.ANSWERS_WITHIN.plusMillis(millis));
        starts.seeWhetherItBegan();
        assertThat(recording(id).phase()).isEqualTo(over ? Phase.STOPPED : Phase.RECORDING);
    }
}
