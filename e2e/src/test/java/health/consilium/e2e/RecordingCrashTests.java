package health.consilium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.server.RecordingKills;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R4, F1, F11: kill −9 of the server while parts are on their way. {@code ./bench recording kills} does it 200 times. */
@Pages
class RecordingCrashTests {
    private static final int KILLS = 20;

    @Test
    @DisplayName(
            "what was confirmed is there, byte by byte, whenever the server is killed; what was not leaves nothing behind")
    void killed() throws Exception {
        RecordingKills.Outcome outcome = RecordingKills.of(KILLS, each -> {});
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.confirmed()).as("parts confirmed in between").isGreaterThan(KILLS);
    }
}
