package health.consilium.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the time goes between a click and a picture: what both pages did, in one line of time, over several calls. */
final class Trace {
    private static final String FORMAT = "%8.1f %4d  %-58s %s%n";

    private final String name;
    private final Map<Step, List<Double>> steps = new LinkedHashMap<>();
    private int calls;

    /** The first time in a call that something happened on one of the two pages. */
    private record Step(boolean caller, String what) {}

    Trace(String name) {
        this.name = name;
    }

    /** Writes everything down from the next page on. */
    static String script() {
        try {
            return new String(Floor.resource("trace.js"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param began the moment to count from, in ms since 1970 */
    void add(double began, Page caller, Page waiting) {
        calls++;
        read(began, caller, true);
        read(began, waiting, false);
    }

    /** Each event comes as one text: the moment, a space, what happened. */
    private void read(double began, Page page, boolean caller) {
        Object lines =
                page.evaluate("() => __trace.sort((a, b) => a.at - b.at).map(({ at, what }) => at + ' ' + what)");
        Set<String> seen = new HashSet<>();
        for (Object line : (List<?>) lines) {
            String[] parts = String.valueOf(line).split(" ", 2);
            double at = Double.parseDouble(parts[0]) - began;
            if (at >= -1 && seen.add(parts[1])) {
                steps.computeIfAbsent(new Step(caller, parts[1]), step -> new ArrayList<>())
                        .add(at);
            }
        }
    }

    /** The median moment of everything that happened in at least half of the calls. */
    void print() {
        System.out.printf(
                "%n%s: medians of %d calls%n%8s %4s  %-58s %s%n", name, calls, "ms", "n", "who clicks", "who waits");
        steps.entrySet().stream()
                .filter(step -> step.getValue().size() * 2 >= calls)
                .sorted(Comparator.comparingDouble(step -> median(step.getValue())))
                .forEach(step -> print(step.getKey(), step.getValue()));
    }

    private static void print(Step step, List<Double> moments) {
        String what = step.what;
        System.out.printf(
                Locale.ROOT, FORMAT, median(moments), moments.size(), step.caller ? what : "", step.caller ? "" : what);
    }

    private static double median(List<Double> moments) {
        return Table.Spread.of(moments.stream().mapToDouble(Double::doubleValue).toArray())
                .p50();
    }
}
