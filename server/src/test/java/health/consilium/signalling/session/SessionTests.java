package health.consilium.signalling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.frame.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Q4: numbering, keeping and replaying, without sockets. */
class SessionTests {
    private static final ServerFrame NUMBERED = new ServerFrame.Bye("RESTART", "RESUME");
    private static final ServerFrame LOSSY = new ServerFrame.ChatTyping(Pages.DOCTOR.value(), true);

    private final Session session = Pages.of(Pages.PATIENT);

    private void send(int frames) {
        for (int i = 0; i < frames; i++) {
            session.send(NUMBERED);
        }
    }

    @Test
    @DisplayName("what was sent while nobody listened comes after the welcome, in order and once")
    void replay() {
        FakeLink first = Pages.attach(session, false, 0);
        send(3);
        session.detach(first, Duration.ZERO);
        send(2);
        FakeLink second = Pages.attach(session, true, 2);
        assertThat(second.types().getFirst()).isEqualTo("welcome");
        assertThat(second.numbers()).containsExactly(3L, 4L, 5L);
        send(1);
        assertThat(second.numbers()).containsExactly(3L, 4L, 5L, 6L);
        assertThat(first.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    @DisplayName("a lossy frame has no number and is not kept")
    void lossy() {
        session.send(LOSSY);
        send(1);
        assertThat(Pages.attach(session, false, 0).types()).containsExactly("welcome", "bye");
    }

    @Test
    @DisplayName("256 frames are kept; a page that misses one more begins anew")
    void tooOld() {
        send(256);
        assertThat(session.canResumeFrom(0)).isTrue();
        send(1);
        assertThat(session.canResumeFrom(0)).isFalse();
        assertThat(session.canResumeFrom(1)).isTrue();
    }

    @Test
    @DisplayName("a page that claims less than it acknowledged, or more than was sent, begins anew")
    void impossibleClaims() throws MalformedFrame {
        send(3);
        session.arrived(0, 2, 0);
        assertThat(session.canResumeFrom(1)).isFalse();
        assertThat(session.canResumeFrom(2)).isTrue();
        assertThat(session.canResumeFrom(4)).isFalse();
        assertThat(session.canResumeFrom(-1)).isFalse();
    }

    @Test
    @DisplayName("a repeated number is nothing new, a gap ends the connection")
    void numbersOfThePage() throws MalformedFrame {
        assertThat(session.arrived(1, 0, 0)).isEqualTo(Session.Arrival.NEW);
        assertThat(session.arrived(1, 0, 0)).isEqualTo(Session.Arrival.SEEN_BEFORE);
        assertThatThrownBy(() -> session.arrived(3, 0, 0)).isInstanceOf(MalformedFrame.class);
        assertThat(session.received()).isEqualTo(1);
        assertThatThrownBy(() -> session.arrived(0, 1, 0)).isInstanceOf(MalformedFrame.class);
    }

    @Test
    @DisplayName("every frame that is sent acknowledges; alone this is said after 16 frames or 32 KiB")
    void acknowledging() throws MalformedFrame {
        FakeLink link = Pages.attach(session, false, 0);
        for (int seq = 1; seq <= 15; seq++) {
            session.arrived(seq, 0, 100);
            session.acknowledgeIfMuch();
        }
        assertThat(link.types()).containsExactly("welcome");
        session.arrived(16, 0, 100);
        session.acknowledgeIfMuch();
        assertThat(link.types()).containsExactly("welcome", "ack");
        assertThat(link.heard.getLast().path("ack").asInt()).isEqualTo(16);
        session.arrived(17, 0, 32 * 1024);
        session.acknowledgeIfMuch();
        assertThat(link.heard.getLast().path("ack").asInt()).isEqualTo(17);
        session.arrived(18, 0, 31 * 1024);
        session.send(LOSSY);
        assertThat(link.heard.getLast().path("ack").asInt()).isEqualTo(18);
        session.arrived(19, 0, 31 * 1024);
        session.acknowledgeIfMuch();
        assertThat(link.types()).containsExactly("welcome", "ack", "ack", "chat.typing");
    }

    @Test
    @DisplayName("what many threads send at once goes out in the order of its numbers")
    void manySenders() {
        FakeLink link = Pages.attach(session, false, 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> send(500));
            }
        }
        assertThat(link.numbers())
                .isEqualTo(LongStream.rangeClosed(1, 4_000).boxed().toList());
    }

    @Test
    @DisplayName("a newer connection takes over, and the end of the older one is nothing to tell")
    void newerConnection() {
        FakeLink first = Pages.attach(session, false, 0);
        FakeLink second = Pages.attach(session, true, 0);
        assertThat(first.closed).isEqualTo(CloseCode.REPLACED);
        assertThat(session.detach(first, Duration.ZERO)).isFalse();
        assertThat(session.attached()).isTrue();
        assertThat(second.closed).isNull();
    }

    @Test
    @DisplayName("a session waits for its page for the grace time, not longer")
    void grace() {
        Duration grace = Duration.ofSeconds(60);
        FakeLink link = Pages.attach(session, false, 0);
        assertThat(session.awayLongerThan(grace, Duration.ofDays(1))).isFalse();
        session.detach(link, Duration.ofSeconds(10));
        assertThat(session.awayLongerThan(grace, Duration.ofSeconds(69))).isFalse();
        assertThat(session.awayLongerThan(grace, Duration.ofSeconds(70))).isTrue();
    }

    @Test
    @DisplayName("after goodbye nothing is sent, and nothing can be resumed")
    void over() {
        FakeLink link = Pages.attach(session, false, 0);
        session.end(new ServerFrame.Bye("ENDED", "DISCONNECT"), CloseCode.ENDED);
        session.send(NUMBERED);
        assertThat(link.types()).isEqualTo(List.of("welcome", "bye"));
        assertThat(link.closed).isEqualTo(CloseCode.ENDED);
        assertThat(session.canResumeFrom(1)).isFalse();
    }
}
