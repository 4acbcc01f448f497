package health.consilium.bench;

import health.consilium.bench.media.LatencyBench;
import health.consilium.bench.media.MediaBench;
import java.util.List;
import java.util.Optional;

/** {@code ./bench}: measures, prints one table, and fails when a goal is missed. */
public final class Bench {
    private static final int FRAMES = 15;
    private static final int TRACED = 9;

    private Bench() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--pictures")) {
            Pictures.make();
            return;
        }
        if (List.of(arguments).contains("--impairments")) {
            Impairments.record(List.of(arguments).subList(1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("media")) {
            System.exit(MediaBench.measure(List.of(arguments).subList(1, arguments.length)) ? 0 : 1);
        }
        if (List.of(arguments).contains("kills")) {
            System.exit(KilledServer.survived(List.of(arguments)) ? 0 : 1);
        }
        if (List.of(arguments).contains("trace")) {
            FirstFrame.trace(TRACED);
            return;
        }
        List<String> wanted = arguments.length == 0
                ? List.of("start", "signalling", "sockets", "recording", "call", "latency")
                : List.of(arguments);
        Table table = new Table();
        if (wanted.contains("start")) {
            StartUp.measure(table, 3);
        }
        if (wanted.contains("signalling")) {
            ServerCost.signalling(table);
        }
        if (wanted.contains("sockets")) {
            ServerCost.sockets(table);
        }
        if (wanted.contains("recorder") || wanted.contains("recording")) {
            RecorderCost.measure(table);
        }
        if (wanted.contains("recording")) {
            RecordingCost.measure(table);
        }
        if (wanted.contains("call")) {
            FirstFrame.measure(table, FRAMES);
        }
        if (wanted.contains("latency")) {
            latency(table, wanted.subList(wanted.indexOf("latency") + 1, wanted.size()));
        }
        table.print();
        System.exit(table.everyGoalReached() ? 0 : 1);
    }

    /** @param scenarios of the media lab; none: a good network */
    private static void latency(Table table, List<String> scenarios) {
        Optional<String> missing = LatencyBench.missing();
        if (missing.isPresent()) {
            System.err.println("latency is not measured: " + missing.get());
            return;
        }
        for (String scenario : scenarios.isEmpty() ? List.of("clean") : scenarios) {
            for (LatencyBench.Comparison pair : LatencyBench.measure(List.of(scenario))) {
                Table.Spread floor = Table.Spread.of(pair.floor());
                table.row("floor: " + pair.what() + ", " + scenario + " (ms)", floor);
                String what = pair.what() + ", " + scenario + " (ms)";
                if (pair.goal()) {
                    table.beside(what, Table.Spread.of(pair.ours()), floor, 1.1);
                } else {
                    table.beside(what, Table.Spread.of(pair.ours()), floor);
                }
            }
        }
    }
}
