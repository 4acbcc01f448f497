package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Tickets;
import health.consilium.recording.segments.Intake;
import health.consilium.recording.store.TakeStore;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** F12: no disk has as much room as is to be left free here. */
@ServerTest
@TestPropertySource(properties = "consilium.recording.reserve=1000000TB")
class StorageFullTests {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @LocalServerPort
    private int port;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Consultations consultations;

    @Autowired
    private TakeStore takes;

    @Autowired
    private Intake intake;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("without room the recording stops, everybody is told why, and the call goes on")
    void stops() {
        Two two = calls.bothAreHere();
        ConsultationId call = two.call();
        UUID id = calls.records(two);
        int take = takes.open(id, two.doctor().id(), "video/webm", clock.instant());
        Socket page = Socket.greeted(
                port, tickets.issue(two.patient().user(), call.value()).ticket().reveal());
        page.hears("welcome");
        Instant now = clock.instant();
        Intake.Arriving part = new Intake.Arriving(id, take, 0, false, now, now, NOTHING);
        assertThatThrownBy(() -> intake.take(part, new byte[0], two.doctor().id()))
                .hasMessageContaining("no room");
        var state = page.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("STOPPED");
        assertThat(state.path("reason").asString()).isEqualTo("STORAGE_FULL");
        assertThat(consultations.find(call).orElseThrow().present()).hasSize(2);
    }
}
