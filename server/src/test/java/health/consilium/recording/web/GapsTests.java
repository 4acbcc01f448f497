package health.consilium.recording.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.media.Films.Gap;
import health.consilium.recording.store.CloudRuns.Lost;
import health.consilium.recording.store.CloudRuns.Missing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GapsTests {
    private static final Instant BEGAN = Instant.parse("2030-01-07T10:00:00Z");

    @Test
    @DisplayName("what is lost between two takes seems to be a pause, and is named for what it is")
    void between() {
        assertThat(Gaps.of(List.of(gap(60, 300, "PAUSED")), List.of(missing(90, 120), missing(200, 300))))
                .containsExactly(
                        gap(60, 90, "PAUSED"), gap(90, 120, "GONE"), gap(120, 200, "PAUSED"), gap(200, 300, "GONE"));
    }

    @Test
    @DisplayName("what is lost before, after or without a film stands in the order of time")
    void order() {
        assertThat(Gaps.of(List.of(gap(60, 70, "LOST")), List.of(missing(0, 30), missing(90, 120))))
                .containsExactly(gap(0, 30, "GONE"), gap(60, 70, "LOST"), gap(90, 120, "GONE"));
        assertThat(Gaps.of(List.of(), List.of(missing(0, 30)))).containsExactly(gap(0, 30, "GONE"));
        assertThat(Gaps.of(List.of(), List.of())).isEmpty();
    }

    private static Gap gap(long from, long to, String reason) {
        return new Gap(BEGAN.plusSeconds(from), BEGAN.plusSeconds(to), reason);
    }

    private static Missing missing(long from, long to) {
        return new Missing(BEGAN.plusSeconds(from), BEGAN.plusSeconds(to), Lost.GONE);
    }
}
