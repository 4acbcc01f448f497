package health.consilium.e2e.lab.linux;

import health.consilium.e2e.lab.model.Packet;
import health.consilium.e2e.lab.model.Port;
import health.consilium.e2e.lab.model.Router;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The thread that carries packets from interface to interface, as and when the router says. */
public final class Carrier implements AutoCloseable {
    /** So soon it notices a new interface, and its end. */
    private static final long LONGEST_WAIT = 50_000_000L;
    /** So that one host that sends a lot does not keep the others waiting. */
    private static final int AT_A_TIME = 64;
    /** Ahead of browsers that encode video; without the right to it the lab is a little less punctual. */
    private static final int NICE = -15;

    private final Router router;
    private final long origin = System.nanoTime();
    private final Thread thread;
    private volatile List<Line> lines = List.of();
    private final List<Line> added = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile Lateness lateness = Lateness.of(0, 0, 0);
    private long times;
    private long late;
    private long latest;

    private record Line(Tun cable, Port port) {}

    public Carrier(Router router) {
        this.router = router;
        this.thread = Thread.ofPlatform().daemon().name("lab-carrier").start(this::carry);
    }

    public void connect(Tun cable, Port port) {
        added.add(new Line(cable, port));
        lines = List.copyOf(added);
    }

    public Lateness lateness() {
        return lateness;
    }

    private void carry() {
        SystemCalls.setpriority(NICE);
        while (!closed) {
            List<Line> now = lines;
            try (Arena arena = Arena.ofConfined()) {
                Poller poller = new Poller(arena, now.stream().map(Line::cable).toList());
                while (!closed && lines == now) {
                    round(poller, now);
                }
            }
        }
    }

    private void round(Poller poller, List<Line> all) {
        long next = router.next();
        poller.await(Math.clamp(next - time(), 0, LONGEST_WAIT));
        long now = time();
        if (next <= now) {
            note(now - next);
        }
        router.release(now);
        for (int n = 0; n < all.size(); n++) {
            if (poller.readable(n)) {
                fetch(all.get(n));
            }
        }
        router.release(time());
    }

    private void fetch(Line line) {
        for (int n = 0; n < AT_A_TIME; n++) {
            @Nullable Packet packet = line.cable().read();
            if (packet == null) {
                return;
            }
            router.accept(time(), line.port(), packet);
        }
    }

    private void note(long behind) {
        times++;
        late += behind;
        latest = Math.max(latest, behind);
        lateness = Lateness.of(times, late, latest);
    }

    private long time() {
        return System.nanoTime() - origin;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
