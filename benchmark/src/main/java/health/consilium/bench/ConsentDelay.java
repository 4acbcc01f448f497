package health.consilium.bench;

import health.consilium.e2e.server.RecordedCall;

/** R1, S24: how soon the other page hears that it must not record any more. */
final class ConsentDelay {
    /** Within the burst of frames that a connection may send. */
    private static final int TIMES = 40;

    private static final double PAUSE_GOAL_MS = 500;
    private static final double STOP_GOAL_MS = 1_000;

    private ConsentDelay() {}

    static void measure(Table table, RecordedCall call) {
        double[] pauses = new double[TIMES];
        double[] stops = new double[TIMES];
        for (int n = 0; n < TIMES; n++) {
            long began = System.nanoTime();
            call.patientSays("leave");
            call.doctorHears("PAUSED");
            pauses[n] = (System.nanoTime() - began) / 1e6;
            call.patientSays("join");
            call.doctorHears("RECORDING");
            began = System.nanoTime();
            call.answers(false);
            call.doctorHears("STOPPED");
            stops[n] = (System.nanoTime() - began) / 1e6;
            call.begins();
        }
        said(table, "presence changes to PAUSED at the other page (ms)", pauses, PAUSE_GOAL_MS);
        said(table, "withdrawal to STOPPED at the other page (ms)", stops, STOP_GOAL_MS);
    }

    /** The slowest counts. */
    private static void said(Table table, String what, double[] millis, double goal) {
        table.row(what, Table.Spread.of(millis));
        table.single(
                "  the slowest", TIMES, java.util.Arrays.stream(millis).max().orElseThrow(), goal);
    }
}
