package health.consilium.bench.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What we want to reach, and whether we did. */
final class Goals {
    private static final double CLEAR = 0.98;
    private static final double INTELLIGIBLE = 0.9;

    private static final List<Goal> ALL = List.of(
            Goal.most("rate-300", "10 fps again after (ms)", 3_000, all -> all.worse("during", "tenFps")),
            Goal.least(
                    "rate-300",
                    "share of marker tones recognised in place",
                    CLEAR,
                    all -> all.worse("during", "tones")),
            Goal.least(
                    "rate-150",
                    "share of marker tones recognised in place",
                    CLEAR,
                    all -> all.worse("during", "tones")),
            Goal.most(
                    "rate-300",
                    "share of marker tones lost from the sixth second on",
                    0,
                    all -> all.worse("during", "lostRest")),
            Goal.most(
                    "rate-150",
                    "share of marker tones lost from the sixth second on",
                    0,
                    all -> all.worse("during", "lostRest")),
            Goal.most("rate-300", "720 lines again after (ms)", 10_000, all -> all.worse("after", "hd")),
            Goal.most("rate-150", "720 lines again after (ms)", 10_000, all -> all.worse("after", "hd")),
            Goal.most("loss-5", "longest time without a frame (ms)", 1_000, all -> all.worse("steady", "gap")),
            Goal.least(
                    "loss-20",
                    "share of marker tones recognised in place",
                    INTELLIGIBLE,
                    all -> all.worse("steady", "tones")),
            Goal.most("blackout-3", "picture back after (ms)", 500, all -> all.worse("after", "back")),
            Goal.most("blackout-40", "picture back after (ms)", 3_000, all -> all.worse("after", "back")),
            Goal.most("address-change", "picture back after (ms)", 5_000, all -> all.worse("after", "back")),
            Goal.toClean("udp-blocked"),
            Goal.toClean("only-tls"));

    private Goals() {}

    /** @param limit the least or the most that is good enough */
    private record Goal(
            String scenario,
            String what,
            double limit,
            boolean atMost,
            boolean relative,
            ToDoubleFunction<Figures> of) {
        static Goal most(String scenario, String what, double limit, ToDoubleFunction<Figures> of) {
            return new Goal(scenario, what, limit, true, false, of);
        }

        static Goal least(String scenario, String what, double limit, ToDoubleFunction<Figures> of) {
            return new Goal(scenario, what, limit, false, false, of);
        }

        /** Set-up, as people and the product's metrics know it, in relation to the one on a good network. */
        static Goal toClean(String scenario) {
            return new Goal(
                    scenario,
                    "from the click until both see each other, in relation to clean",
                    1.5,
                    true,
                    true,
                    all -> all.get("firstFrame"));
        }
    }

    /** @param reached false also where the thing never happened */
    record Verdict(String scenario, String what, double measured, double limit, boolean atMost, boolean reached) {}

    /** The goals of the scenarios that were measured. */
    static List<Verdict> judge(Map<String, Figures> ours) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Goal goal : ALL) {
            Figures figures = ours.get(goal.scenario());
            Figures clean = ours.get("clean");
            if (figures == null || goal.relative() && clean == null) {
                continue;
            }
            double value = goal.of().applyAsDouble(figures)
                    / (goal.relative() && clean != null ? goal.of().applyAsDouble(clean) : 1);
            boolean reached = goal.atMost() ? value <= goal.limit() : value >= goal.limit();
            verdicts.add(new Verdict(goal.scenario(), goal.what(), value, goal.limit(), goal.atMost(), reached));
        }
        return verdicts;
    }
}
