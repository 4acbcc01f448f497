package health.consilium.relay.coturn;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Grants are given only once there is somebody to honour them. */
final class Listening {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private Listening() {}

    /** Waits until the child answers; false when it ends before, or takes too long. */
    static boolean awaits(Process child, String address, int port) throws InterruptedException {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (child.isAlive() && System.nanoTime() < end) {
            try (Socket probe = new Socket(address, port)) {
                return probe.isConnected();
            } catch (IOException notYet) {
                Thread.sleep(Duration.ofMillis(20));
            }
        }
        return false;
    }
}
