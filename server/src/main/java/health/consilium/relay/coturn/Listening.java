package health.consilium.relay.coturn;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Grants are given only once there is somebody to honour them. */
final class Listening {
    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Listening() {}

    /** Waits until the child answers, however long a busy computer makes it take; false when it ends before. */
    static boolean awaits(Process child, String address, int port) throws InterruptedException {
        long late = System.nanoTime() + USUAL.toNanos();
        for (boolean said = false; child.isAlive(); Thread.sleep(LOOK_AGAIN)) {
            if (answers(address, port)) {
                return true;
            }
            if (!said && System.nanoTime() > late) {
                said = true;
                log.warn("coturn runs, and does not listen on port {} yet", port);
            }
        }
        return false;
    }

    private static boolean answers(String address, int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(address, port), (int) USUAL.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
