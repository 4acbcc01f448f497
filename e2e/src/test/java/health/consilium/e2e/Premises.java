package health.consilium.e2e;

import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.lab.Lab;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server, its browsers, and in the lab the network between them. Opening some costs a test class a quarter of a minute; those
 * that change nothing for the next class share some, which end with this program.
 */
record Premises(@Nullable Lab lab, ServerProcess server, Browsers browsers) implements AutoCloseable {
    /** Outside of the lab browsers know nothing of a test class: they are started once, and end with this program. */
    private static final class Everywhere {
        static final Browsers BROWSERS = new Browsers();
    }

    private static final Map<String, Premises> SHARED = new HashMap<>();
    private static final Deque<Premises> TO_CLOSE = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TO_CLOSE.forEach(Premises::close)));
    }

    static Premises open(Map<String, String> settings, List<String> jvm, boolean inTheLab) {
        Lab lab = inTheLab ? Lab.open() : null;
        ServerProcess server =
                ServerProcess.start(lab == null ? Site.HERE : lab.host("server").site(), settings, jvm);
        return new Premises(lab, server, lab == null ? Everywhere.BROWSERS : new Browsers());
    }

    /** @param name of what the classes that share it have in common */
    static synchronized Premises shared(String name, Map<String, String> settings, boolean inTheLab) {
        return SHARED.computeIfAbsent(name, first -> {
            Premises opened = open(settings, List.of(), inTheLab);
            TO_CLOSE.push(opened);
            return opened;
        });
    }

    @Override
    public void close() {
        if (lab != null) {
            browsers.close();
        }
        server.close();
        if (lab != null) {
            lab.close();
        }
    }
}
