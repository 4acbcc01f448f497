package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.kernel.DataDirectory;
import health.consilium.relay.coturn.CoturnProcess;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S19: the relay is a child that may end and be wanted again at any moment; there is never more than one. */
@SuppressWarnings("NullAway.Init") // filled before each test
class RelayStartedAgainTests extends ARelay {
    @Autowired
    private CoturnProcess coturn;

    @Autowired
    private DataDirectory data;

    @RepeatedTest(3)
    @DisplayName("stopped and started at once, one relay is up, and the one before has ended")
    void stoppedAndStarted() {
        List<ProcessHandle> before = relays();
        coturn.stop();
        coturn.start();
        awaitUp(servers, clock);
        assertThat(relays()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    @DisplayName("stopped while it starts, nothing is left running")
    void stoppedWhileItStarts() {
        coturn.stop();
        coturn.start();
        coturn.stop();
        assertThat(coturn.up()).isFalse();
        assertThat(relays()).isEmpty();
        coturn.start();
        awaitUp(servers, clock);
    }

    @Test
    @DisplayName("killed by somebody, it is there again")
    void killed() {
        ProcessHandle first = relays().getFirst();
        first.destroyForcibly();
        await().atMost(UP_WITHIN).until(() -> !relays().contains(first) && coturn.up());
        assertThat(relays()).hasSize(1);
    }

    /** Those of this test alone: others may still have theirs. */
    private List<ProcessHandle> relays() {
        String home = data.directory("relay").toString();
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(home))
                .toList();
    }
}
