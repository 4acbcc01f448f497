package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private final Turns<String> turns = new Turns<>();

    @Test
    @DisplayName("of one name there is one at a time, and nothing of it stays")
    void oneAtATime() throws Exception {
        // Not safe on purpose: two at once would lose some.
        int[] counted = new int[4];
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            int which = i % 4;
            all.add(Executors.callable(() -> turns.take("name " + which, () -> counted[which]++)));
        }
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var one : pool.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(counted).containsOnly(1_000);
        assertThat(turns.size()).isZero();
    }

    @Test
    @DisplayName("other names do not wait, and one that fails leaves its turn to the next")
    void others() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> turns.take("one", () -> {
                began.countDown();
                wait(done);
                throw new IllegalStateException();
            }));
            wait(began);
            turns.take("other", done::countDown);
            assertThat(first)
                    .failsWithin(java.time.Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(IllegalStateException.class);
            turns.take("one", () -> assertThat(turns.size()).isEqualTo(1));
        }
        assertThat(turns.size()).isZero();
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
