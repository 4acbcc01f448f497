package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Tickets;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** F13, F14: the disk is full, or fails. What a kernel says then is looked at in {@link TmpfsTests}. */
@ServerTest
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
    private Intake intake;

    @Autowired
    private Segments segments;

    @Autowired
    private FullDisk disk;

    @Autowired
    private Clock clock;

    @AfterEach
    void thereIsRoom() {
        disk.full(false);
        disk.failing(null);
    }

    @Test
    @DisplayName(
            "the recording stops, everybody is told why, and the call goes on; with room again, the part is taken in")
    void stops() {
        Two two = calls.bothAreHere();
        UUID id = calls.records(two);
        int take = calls.takes(two, id);
        Socket page = Socket.greeted(
                port,
                tickets.issue(two.patient().user(), two.call().value()).ticket().reveal());
        page.hears("welcome");
        Instant now = clock.instant();
        Intake.Arriving part = new Intake.Arriving(id, take, 0, false, now, now, NOTHING);
        disk.full(true);
        assertThatThrownBy(() -> intake.take(part, new byte[0], two.doctor().id()))
                .hasMessageContaining("no room");
        var state = page.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("STOPPED");
        assertThat(state.path("reason").asString()).isEqualTo("STORAGE_FULL");
        assertThat(consultations.find(two.call()).orElseThrow().present()).hasSize(2);
        disk.full(false);
        assertThatCode(() -> intake.take(part, new byte[0], two.doctor().id())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "F14: a part that the disk does not keep is not confirmed and not known; sent again when it does, it is stored")
    void notKept() {
        Two two = calls.bothAreHere();
        UUID id = calls.records(two);
        Instant now = clock.instant();
        Intake.Arriving part = new Intake.Arriving(id, calls.takes(two, id), 0, false, now, now, NOTHING);
        disk.failing(id);
        assertThatThrownBy(() -> intake.take(part, new byte[0], two.doctor().id()))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.STORAGE_AWAY));
        assertThat(segments.of(id)).isEmpty();
        disk.failing(null);
        intake.take(part, new byte[0], two.doctor().id());
        assertThat(segments.of(id)).hasSize(1);
    }

    @Test
    @DisplayName("nobody is asked for what could not be kept, and the doctor reads why")
    void notAsked() {
        Two two = calls.bothAreHere();
        disk.full(true);
        assertThatThrownBy(() -> calls.records(two)).hasMessageContaining("no room left for recordings");
        disk.full(false);
        assertThat(calls.records(two)).isNotNull();
    }

    @Test
    @DisplayName("readiness says that something is missing, and stays ready for calls")
    void readiness() {
        disk.full(true);
        Http.Answer answer = new Http(port).send("GET", "/actuator/health/readiness", null, null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("DEGRADED");
        disk.full(false);
        answer = new Http(port).send("GET", "/actuator/health/readiness", null, null);
        assertThat(answer.body().path("status").asString()).isEqualTo("UP");
    }
}
