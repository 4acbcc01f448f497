package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.PersonalData.Whose;
import health.consilium.kernel.Problem;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.vault.Vault;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R7: a person's data is not erased under a recording that goes on. */
@ServerTest
class EraseLiveTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private RecordingData data;

    @Autowired
    private Vault vault;

    private static Whose whose(Two two) {
        return new Whose(
                two.patient().id().value(), List.of(), List.of(two.call().value()));
    }

    @Test
    @DisplayName("while it goes on nothing of it is erased, and the clinic reads what to do; stopped, its key goes")
    void refusesWhileLive() {
        Two two = calls.bothAreHere();
        UUID recording = calls.records(two);
        calls.keepsAPart(two, recording);
        Whose whose = whose(two);
        assertThatThrownBy(() -> data.erase(whose)).isInstanceOfSatisfying(Problem.class, no -> {
            assertThat(no.code()).isEqualTo(ErrorCode.RECORDING_UNAVAILABLE);
            assertThat(no).hasMessage("This recording is still going on. Please stop it first.");
        });
        assertThat(vault.of(recording)).isPresent();
        recordings.stop(recording, two.call(), two.doctor().id());
        assertThat(data.erase(whose).rows()).isEqualTo(1);
        assertThat(vault.of(recording)).isEmpty();
    }
}
