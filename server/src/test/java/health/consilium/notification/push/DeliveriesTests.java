package health.consilium.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.UserId;
import health.consilium.kernel.Secret;
import health.consilium.notification.push.Courier.Answer;
import health.consilium.notification.push.Message.Kind;
import health.consilium.testing.MutableClock;
import health.consilium.testing.TestBrowser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** L2: trying again, and who wins when a ring and its end meet on the way. Nothing here waits: time is moved. */
class DeliveriesTests {
    private static final Instant START = Instant.parse("2030-01-07T09:00:00Z");

    private final MutableClock clock = new MutableClock(START);
    private final List<Planned> planned = new ArrayList<>();
    private final List<String> carried = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<UUID> removed = new ArrayList<>();
    private @Nullable Runnable whileCarrying;
    private final Deliveries deliveries = new Deliveries(this::carry, new Listening(), new Planner(), clock);
    private final Subscription browser = new Subscription(
            UUID.randomUUID(),
            new UserId(UUID.randomUUID()),
            Secret.of(URI.create("https://push.example/a")),
            new TestBrowser("https://push.example/a").keys(),
            "en");

    private record Planned(Instant at, Runnable work) {}

    private final class Planner implements Later {
        @Override
        public void run(Duration after, Runnable work) {
            planned.add(new Planned(clock.instant().plus(after), work));
        }

        @Override
        public void inTurn(Runnable work) {
            run(Duration.ZERO, work);
        }
    }

    private final class Listening implements Browsers {
        @Override
        public List<Subscription> of(UserId person) {
            return List.of();
        }

        @Override
        public void remove(UUID id) {
            removed.add(id);
        }
    }

    private Answer carry(Subscription to, Message message) {
        carried.add(Duration.between(START, clock.instant()).toSeconds() + " s " + message.kind());
        Runnable meanwhile = whileCarrying;
        whileCarrying = null;
        if (meanwhile != null) {
            meanwhile.run();
        }
        Answer next = answers.poll();
        return next == null ? new Answer(201, null) : next;
    }

    private void ring() {
        deliveries.deliver(browser, new Message(Kind.RING, "topic", "/", START.plusSeconds(60)));
    }

    private void over(Kind kind) {
        deliveries.deliver(
                browser, new Message(kind, "topic", "/", clock.instant().plusSeconds(60)));
    }

    /** Lets everything happen that is due within two minutes, each at its own time. */
    private void timePasses() {
        while (!planned.isEmpty()) {
            runNext();
        }
    }

    private void runNext() {
        Planned next = planned.stream().min(Comparator.comparing(Planned::at)).orElseThrow();
        planned.remove(next);
        if (next.at.isAfter(clock.instant())) {
            clock.set(next.at);
        }
        next.work.run();
    }

    private void answered(int status, @Nullable String retryAfter) {
        answers.add(new Answer(status, retryAfter));
    }

    @Test
    @DisplayName("a service that took the message is not asked again")
    void once() {
        ring();
        timePasses();
        assertThat(carried).containsExactly("0 s RING");
        assertThat(deliveries.underWay()).isZero();
    }

    @Test
    @DisplayName("a service that is overloaded or broken is tried again, more and more slowly, and not after the ring")
    void triesAgain() {
        for (int i = 0; i < 20; i++) {
            answered(i % 2 == 0 ? 500 : 503, null);
        }
        ring();
        timePasses();
        assertThat(carried)
                .containsExactly("0 s RING", "1 s RING", "3 s RING", "7 s RING", "15 s RING", "31 s RING", "47 s RING");
        assertThat(deliveries.underWay()).isZero();
    }

    @Test
    @DisplayName("Retry-After is kept to, in seconds and as a date; one beyond the ring's end is the end of trying")
    void retryAfter() {
        answered(429, "20");
        answered(429, "Mon, 7 Jan 2030 09:00:45 GMT");
        answered(429, "30");
        ring();
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "20 s RING", "45 s RING");
    }

    @Test
    @DisplayName("no answer at all is tried again: the service may not have heard it")
    void noAnswer() {
        answered(0, null);
        ring();
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "1 s RING");
    }

    @Test
    @DisplayName("a browser that does not listen any more is forgotten; one whose message is refused is not")
    void gone() {
        answered(410, null);
        ring();
        timePasses();
        answered(404, null);
        ring();
        timePasses();
        answered(403, null);
        ring();
        timePasses();
        assertThat(removed).containsExactly(browser.id(), browser.id());
        assertThat(carried).hasSize(3);
    }

    @Test
    @DisplayName("a ring that is answered before it was sent is never sent, and nothing has to be taken away")
    void answeredBeforeSent() {
        ring();
        over(Kind.SETTLED);
        timePasses();
        assertThat(carried).isEmpty();
        assertThat(deliveries.underWay()).isZero();
    }

    @Test
    @DisplayName("a ring that is missed before it could be sent is told as missed")
    void missedBeforeSent() {
        ring();
        over(Kind.MISSED);
        timePasses();
        assertThat(carried).containsExactly("0 s MISSED");
    }

    @Test
    @DisplayName(
            "a ring that waits to be tried again does not come after its end: the service may have heard the first try")
    void overWhileWaiting() {
        answered(503, null);
        ring();
        runNext();
        over(Kind.SETTLED);
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "0 s SETTLED");
    }

    @Test
    @DisplayName("the end of a ring waits until the request with the ring has been answered, and is the last word")
    void overWhileSending() {
        whileCarrying = () -> over(Kind.SETTLED);
        answered(503, null);
        answered(503, null);
        ring();
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "0 s SETTLED", "1 s SETTLED");
    }

    @Test
    @DisplayName(
            "a ring that was sent stays to be taken away, although a newer one took its place and was not sent yet")
    void ringAgainWhileSending() {
        whileCarrying = this::ring;
        ring();
        runNext();
        over(Kind.SETTLED);
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "0 s SETTLED");
    }

    @Test
    @DisplayName("an attempt that breaks is given up and does not hold up the next message")
    void brokenAttempt() {
        whileCarrying = () -> {
            throw new IllegalStateException("broken");
        };
        ring();
        org.assertj.core.api.Assertions.assertThatThrownBy(this::timePasses).hasMessage("broken");
        over(Kind.SETTLED);
        timePasses();
        assertThat(carried).containsExactly("0 s RING", "0 s SETTLED");
    }
}
