package health.consilium.bench;

import health.consilium.bench.media.MediaBench;
import java.util.List;

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
        if (List.of(arguments).contains("trace")) {
            FirstFrame.trace(TRACED);
            return;
        }
        List<String> wanted =
                arguments.length == 0 ? List.of("start", "signalling", "sockets", "call") : List.of(arguments);
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
        if (wanted.contains("call")) {
            FirstFrame.measure(table, FRAMES);
        }
        table.print();
        System.exit(table.everyGoalReached() ? 0 : 1);
    }
}
