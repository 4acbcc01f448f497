package health.consilium.e2e.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One direction of a link, in virtual time. */
class LaneTests {
    private static final long MS = 1_000_000;
    private static final int BYTES = 1_250;
    private static final int MANY = 20_000;

    private final Lane lane = new Lane(7);

    @Test
    @DisplayName("a clean link lets a packet leave when it comes")
    void clean() {
        assertThat(lane.leaves(5 * MS, BYTES)).isEqualTo(5 * MS);
    }

    @Test
    @DisplayName("a delay is exactly that, for every packet")
    void delay() {
        lane.change(link -> link.withDelay(Duration.ofMillis(50)));
        assertThat(lane.leaves(0, BYTES)).isEqualTo(50 * MS);
        assertThat(lane.leaves(3 * MS, BYTES)).isEqualTo(53 * MS);
    }

    @Test
    @DisplayName("the share of lost packets is the one asked for, and the counters say so")
    void loss() {
        lane.change(link -> link.withLoss(0.05));
        long lost = send(MANY, MS).filter(at -> at == Lane.LOST).count();
        assertThat(lost).isBetween(900L, 1_100L);
        assertThat(lane.statistics()).isEqualTo(new LaneStatistics(MANY, lost, 0, 0, (MANY - lost) * BYTES));
    }

    @Test
    @DisplayName("the same seed loses the same packets")
    void seed() {
        Lane same = new Lane(7);
        for (Lane each : new Lane[] {lane, same}) {
            each.change(link -> link.withLoss(0.2).withJitter(Duration.ofMillis(10), true));
        }
        for (int n = 0; n < 1_000; n++) {
            assertThat(same.leaves(n * MS, BYTES)).isEqualTo(lane.leaves(n * MS, BYTES));
        }
    }

    @Test
    @DisplayName("a narrow link sends one packet after the other at its rate")
    void rate() {
        lane.change(link -> link.withRate(1_000_000));
        assertThat(LongStream.generate(() -> lane.leaves(0, BYTES)).limit(3))
                .containsExactly(10 * MS, 20 * MS, 30 * MS);
        assertThat(lane.leaves(100 * MS, BYTES)).isEqualTo(110 * MS);
    }

    @Test
    @DisplayName("a full queue drops what comes last, and never holds more than its bound")
    void queue() {
        lane.change(link -> link.withRate(1_000_000).withQueue(Duration.ofMillis(100)));
        long[] times =
                LongStream.generate(() -> lane.leaves(0, BYTES)).limit(30).toArray();
        assertThat(times).startsWith(10 * MS, 20 * MS).contains(110 * MS).doesNotContain(120 * MS);
        assertThat(lane.statistics().dropped()).isEqualTo(30 - 11);
        assertThat(lane.leaves(10 * MS, BYTES)).as("a place is free again").isEqualTo(120 * MS);
    }

    @Test
    @DisplayName("at twice its rate a narrow link passes on half")
    void overload() {
        lane.change(link -> link.withRate(1_000_000));
        send(MANY, 5 * MS).forEach(at -> {});
        assertThat((double) lane.statistics().bytes() / BYTES / MANY).isBetween(0.49, 0.51);
    }

    @Test
    @DisplayName("jitter stays within its bound and spreads over it; the order is kept")
    void jitterInOrder() {
        lane.change(link -> link.withJitter(Duration.ofMillis(30), false));
        long[] times = send(MANY, MS).toArray();
        assertThat(times).isSorted();
        assertDelays(times, 0, 30);
        double mean = LongStream.range(0, MANY)
                .map(n -> times[(int) n] - n * MS)
                .average()
                .orElseThrow();
        assertThat(mean / MS).as("it is no mere delay").isBetween(13.0, 17.0);
    }

    @Test
    @DisplayName("with reordering, packets overtake each other, within the bound")
    void jitterWithReordering() {
        lane.change(link -> link.withDelay(Duration.ofMillis(10)).withJitter(Duration.ofMillis(30), true));
        long[] times = send(MANY, MS).toArray();
        long overtaken = LongStream.range(1, MANY)
                .filter(n -> times[(int) n] < times[(int) n - 1])
                .count();
        assertThat(overtaken).isGreaterThan(MANY / 3);
        assertDelays(times, 10, 40);
    }

    @Test
    @DisplayName("stalls hold packets for no longer than their length, and let them go together")
    void stalls() {
        lane.change(link -> link.withStalls(Duration.ofSeconds(1), Duration.ofMillis(100)));
        long[] times = send(MANY, MS).toArray();
        assertThat(times).isSorted();
        assertDelays(times, 0, 100);
        long held =
                LongStream.range(0, MANY).filter(n -> times[(int) n] > n * MS).count();
        assertThat((double) held / MANY).as("75 ms of each 1,075").isBetween(0.03, 0.12);
    }

    @Test
    @DisplayName("nothing gets through a cut; what comes after the repair does")
    void cut() {
        lane.change(link -> link.withCut(true));
        assertThat(lane.leaves(0, BYTES)).isEqualTo(Lane.LOST);
        lane.change(link -> link.withCut(false));
        assertThat(lane.leaves(MS, BYTES)).isEqualTo(MS);
        assertThat(lane.statistics()).isEqualTo(new LaneStatistics(2, 0, 0, 1, BYTES));
    }

    @Test
    @DisplayName("a packet does not overtake those from before a change for the better")
    void lifted() {
        lane.change(link -> link.withDelay(Duration.ofMillis(200)));
        assertThat(lane.leaves(0, BYTES)).isEqualTo(200 * MS);
        lane.change(link -> Conditions.CLEAN);
        assertThat(lane.leaves(50 * MS, BYTES)).isEqualTo(200 * MS);
        assertThat(lane.leaves(201 * MS, BYTES)).isEqualTo(201 * MS);
    }

    @Test
    @DisplayName("impossible networks are refused")
    void impossible() {
        assertThatThrownBy(() -> Conditions.CLEAN.withLoss(1.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Conditions.CLEAN.withRate(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private LongStream send(int packets, long apart) {
        return LongStream.range(0, packets).map(n -> lane.leaves(n * apart, BYTES));
    }

    private static void assertDelays(long[] times, long least, long most) {
        long[] delays = LongStream.range(0, times.length)
                .map(n -> times[(int) n] - n * MS)
                .toArray();
        assertThat(LongStream.of(delays).min().orElseThrow()).isBetween(least * MS, (least + 2) * MS);
        assertThat(LongStream.of(delays).max().orElseThrow()).isBetween((most - 2) * MS, most * MS);
    }
}
