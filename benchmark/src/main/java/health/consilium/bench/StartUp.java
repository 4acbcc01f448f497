package health.consilium.bench;

import health.consilium.e2e.server.ServerProcess;
import java.util.Map;

/** From the start of the process to its readiness: on an empty data directory, and on one that is there. */
final class StartUp {
    private StartUp() {}

    static void measure(Table table, int warmStarts) {
        long began = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(Map.of())) {
            table.single("start, first ever (s)", 1, (System.nanoTime() - began) / 1e9);
            double[] seconds = new double[warmStarts];
            for (int n = 0; n < warmStarts; n++) {
                server.stop();
                long again = System.nanoTime();
                server.startAgain();
                seconds[n] = (System.nanoTime() - again) / 1e9;
            }
            table.row("start, on existing data (s)", Table.Spread.of(seconds));
            table.single(
                    "resident memory, just started (MB)", 1, new ProcessCost(server.pid()).residentKilobytes() / 1024);
        }
    }
}
