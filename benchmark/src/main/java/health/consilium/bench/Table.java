package health.consilium.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the bench prints: one line a metric, and whether its goal was reached. */
final class Table {
    private static final String FORMAT = "%-52s %6s %9s %9s %9s  %s%n";

    private final List<String> lines = new ArrayList<>();
    private boolean reached = true;

    /** The middle and the end of a set of measurements. */
    record Spread(int n, double p50, double p90) {
        static Spread of(double... values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Spread(sorted.length, at(sorted, 0.5), at(sorted, 0.9));
        }

        private static double at(double[] sorted, double part) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1];
        }
    }

    void row(String metric, Spread spread) {
        add(metric, spread, "", "");
    }

    /** A metric beside its floor, with the ratio of the medians. */
    void beside(String metric, Spread spread, Spread floor, double goal) {
        double ratio = spread.p50() / floor.p50();
        add(metric, spread, number(ratio), verdict(ratio, goal));
    }

    void beside(String metric, Spread spread, Spread floor) {
        add(metric, spread, number(spread.p50() / floor.p50()), "");
    }

    void single(String metric, int n, double value) {
        add(metric, new Spread(n, value, Double.NaN), "", "");
    }

    void single(String metric, int n, double value, double goal) {
        add(metric, new Spread(n, value, Double.NaN), "", verdict(value, goal));
    }

    boolean everyGoalReached() {
        return reached;
    }

    void print() {
        System.out.printf(FORMAT, "metric", "n", "p50", "p90", "ratio", "goal");
        lines.forEach(System.out::print);
    }

    private void add(String metric, Spread spread, String ratio, String verdict) {
        String line = String.format(
                Locale.ROOT, FORMAT, metric, spread.n(), number(spread.p50()), number(spread.p90()), ratio, verdict);
        lines.add(line);
        System.out.print("  measured: " + line);
    }

    private String verdict(double value, double goal) {
        boolean good = value <= goal;
        reached &= good;
        return "<= " + number(goal) + (good ? " reached" : " MISSED");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
