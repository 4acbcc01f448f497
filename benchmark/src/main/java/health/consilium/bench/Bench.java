package health.consilium.bench;

import health.consilium.e2e.server.ServerProcess;
import java.util.List;
import java.util.Map;

/** {@code ./bench}: measures, prints one table, and fails when a goal is missed. */
public final class Bench {
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 2_000;
    private static final int WHOLE_CALLS = 500;
    private static final int SOCKETS = 5_000;
    private static final Map<String, String> PATIENT_SERVER = Map.of("consilium.signalling.silence", "10m");

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
        List<String> wanted =
                arguments.length == 0 ? List.of("start", "signalling", "sockets", "call") : List.of(arguments);
        Table table = new Table();
        if (wanted.contains("start")) {
            StartUp.measure(table, 3);
        }
        if (wanted.contains("signalling")) {
            signalling(table);
        }
        if (wanted.contains("sockets")) {
            sockets(table);
        }
        if (wanted.contains("call")) {
            FirstFrame.measure(table, 15);
        }
        table.print();
        System.exit(table.everyGoalReached() ? 0 : 1);
    }

    private static void signalling(Table table) {
        try (ServerProcess server = ServerProcess.start(PATIENT_SERVER)) {
            SignallingLoad load = new SignallingLoad(server, WARM_UP + CALLS + 2 * WHOLE_CALLS);
            load.signalled(WARM_UP);
            SignallingLoad.Result signalled = load.signalled(CALLS);
            table.single("server CPU of a signalled call (ms)", signalled.calls(), signalled.cpuMillis(), 0.6);
            table.single("signalled calls a second, 50 at once", signalled.calls(), signalled.perSecond());
            load.whole(WHOLE_CALLS);
            SignallingLoad.Result whole = load.whole(WHOLE_CALLS);
            table.single("server CPU of a whole call with lifecycle (ms)", whole.calls(), whole.cpuMillis());
            table.single("whole calls a second, 50 at once", whole.calls(), whole.perSecond());
        }
    }

    private static void sockets(Table table) {
        try (ServerProcess server = ServerProcess.start(PATIENT_SERVER)) {
            IdleSockets.Result idle = new IdleSockets(server).measure(SOCKETS);
            table.single("live heap of an idle socket (KB)", idle.sockets(), idle.heap(), 15);
            table.single("resident memory of an idle socket (KB)", idle.sockets(), idle.resident());
        }
    }
}
