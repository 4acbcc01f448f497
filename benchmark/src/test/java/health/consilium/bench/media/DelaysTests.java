package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.bench.media.Delays.Event;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From leaving to arriving. */
class DelaysTests {
    private final List<Event> left = List.of(new Event(0, "1"), new Event(33, "2"), new Event(6_000, "1"));

    @Test
    @DisplayName("an age is counted from the last time that it left before it arrived")
    void ages() {
        List<Event> arrived = List.of(new Event(100, "1"), new Event(150, "2"), new Event(6_070, "1"));
        assertThat(Delays.ages(left, arrived, 0)).containsExactly(100.0, 117.0, 70.0);
    }

    @Test
    @DisplayName("what arrived before one began to measure, or never left, is left out")
    void leftOut() {
        List<Event> arrived =
                List.of(new Event(100, "1"), new Event(120, "9"), new Event(5_500, "1"), new Event(150, "2"));
        assertThat(Delays.ages(left, arrived, 120)).containsExactly(117.0);
    }
}
