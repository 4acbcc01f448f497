package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Medians, worse sides, verdicts. */
class FiguresTests {
    @Test
    @DisplayName("the median of three calls is the one in the middle; what never happened is the longest")
    void medians() {
        List<Figures> runs = List.of(of("back", 300), of("back", Double.NaN), of("back", 100));
        assertThat(Figures.medians(runs).get("back")).isEqualTo(300);
        assertThat(Figures.medians(List.of(of("back", Double.NaN))).get("back")).isNaN();
    }

    @Test
    @DisplayName("the worse side is the lower rate, but the longer gap")
    void worse() {
        Figures figures = new Figures(Map.of(
                "after.patient.fps",
                10.0,
                "after.doctor.fps",
                25.0,
                "after.patient.gap",
                900.0,
                "after.doctor.gap",
                90.0));
        assertThat(figures.worse("after", "fps")).isEqualTo(10);
        assertThat(figures.worse("after", "gap")).isEqualTo(900);
        assertThat(figures.worse("after", "back")).isNaN();
    }

    @Test
    @DisplayName("a goal is missed by what never happens, and judged only where it was measured")
    void goals() {
        Figures never = new Figures(Map.of("after.patient.back", 200.0, "after.doctor.back", Double.NaN));
        assertThat(Goals.judge(Map.of("blackout-3", never))).singleElement().matches(goal -> !goal.reached());
        Figures soon = new Figures(Map.of("after.patient.back", 200.0, "after.doctor.back", 499.0));
        assertThat(Goals.judge(Map.of("blackout-3", soon))).singleElement().matches(Goals.Verdict::reached);
        assertThat(Goals.judge(Map.of("udp-blocked", of("firstFrame", 100)))).isEmpty();
        assertThat(Goals.judge(Map.of("udp-blocked", of("firstFrame", 149), "clean", of("firstFrame", 100))))
                .singleElement()
                .matches(Goals.Verdict::reached);
    }

    private static Figures of(String name, double value) {
        return new Figures(Map.of(name, value));
    }
}
