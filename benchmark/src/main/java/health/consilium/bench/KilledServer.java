package health.consilium.bench;

import health.consilium.e2e.server.RecordingKills;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code ./bench recording kills [N]}: what the tests do with the server twenty times, ten times as often. */
final class KilledServer {
    private static final int KILLS = 200;
    private static final int TOLD_EVERY = 10;

    private KilledServer() {}

    static boolean survived(List<String> arguments) {
        int kills = arguments.getLast().matches("[1-9]\\d{0,5}") ? Integer.parseInt(arguments.getLast()) : KILLS;
        try {
            RecordingKills.Outcome outcome = RecordingKills.of(kills, KilledServer::tell);
            boolean whole = outcome.faults().isEmpty();
            System.out.printf(
                    "%d kills, %d parts confirmed in between, %s%n",
                    outcome.kills(),
                    outcome.confirmed(),
                    whole ? "none lost or damaged, nothing left behind" : outcome.faults());
            return whole;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A quarter of an hour is long without a word. */
    private static void tell(RecordingKills.Outcome soFar) {
        if (soFar.kills() % TOLD_EVERY == 0) {
            System.out.printf("%d kills so far, %d parts confirmed%n", soFar.kills(), soFar.confirmed());
        }
    }
}
