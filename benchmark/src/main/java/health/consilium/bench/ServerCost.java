package health.consilium.bench;

import health.consilium.e2e.server.ServerProcess;
import java.util.Map;

/** What calls and sockets cost the server, beside {@link RelayFloor} in the same run. */
final class ServerCost {
    /**
     * A JVM compiles what runs often while it runs, for thousands of calls, and a server of a clinic runs for months: the
     * warm-up lasts until that is nearly over. What the compiler still takes is counted and shown.
     */
    private static final int WARM_UP = 20_000;

    private static final int CALLS = 10_000;
    private static final int WHOLE_CALLS = 1_000;
    private static final int SOCKETS = 5_000;
    /** Thousands of clients on the same two cores may be late with a ping; that is not what is measured. */
    private static final Map<String, String> PATIENT_SERVER = Map.of("consilium.signalling.silence", "10m");

    private ServerCost() {}

    static void signalling(Table table) {
        Load.Result floor = relayed();
        table.single("floor: CPU of a relayed call (ms)", floor.calls(), floor.cpuMillis());
        table.single("floor: relayed calls a second, 50 at once", floor.calls(), floor.perSecond());
        try (ServerProcess server = ServerProcess.start(PATIENT_SERVER)) {
            SignallingLoad load = new SignallingLoad(server, WARM_UP + CALLS + 2 * WHOLE_CALLS);
            load.signalled(WARM_UP);
            Load.Result signalled = load.signalled(CALLS);
            table.single("server CPU of a signalled call (ms)", signalled.calls(), signalled.cpuMillis(), 0.6);
            table.single("  as a multiple of the floor", signalled.calls(), signalled.cpuMillis() / floor.cpuMillis());
            table.single("  of which the JVM's compiler (ms)", signalled.calls(), signalled.compilerMillis());
            table.single("signalled calls a second, 50 at once", signalled.calls(), signalled.perSecond());
            load.whole(WHOLE_CALLS);
            Load.Result whole = load.whole(WHOLE_CALLS);
            table.single("server CPU of a whole call with lifecycle (ms)", whole.calls(), whole.cpuMillis());
            table.single("whole calls a second, 50 at once", whole.calls(), whole.perSecond());
        }
    }

    private static Load.Result relayed() {
        try (RelayFloorProcess process = new RelayFloorProcess()) {
            RelayFloorLoad load = new RelayFloorLoad(process);
            load.relayed(WARM_UP);
            return load.relayed(CALLS);
        }
    }

    static void sockets(Table table) {
        try (RelayFloorProcess process = new RelayFloorProcess()) {
            IdleSockets.Result floor = IdleSockets.floor(process, SOCKETS);
            table.single("floor: live heap of an idle socket (KB)", floor.sockets(), floor.heap());
            table.single("floor: resident memory of an idle socket (KB)", floor.sockets(), floor.resident());
        }
        try (ServerProcess server = ServerProcess.start(PATIENT_SERVER)) {
            IdleSockets.Result idle = IdleSockets.ours(server, SOCKETS);
            table.single("live heap of an idle socket (KB)", idle.sockets(), idle.heap(), 15);
            table.single("resident memory of an idle socket (KB)", idle.sockets(), idle.resident());
        }
    }
}
