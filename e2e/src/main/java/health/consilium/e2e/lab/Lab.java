package health.consilium.e2e.lab;

import health.consilium.e2e.lab.linux.Carrier;
import health.consilium.e2e.lab.linux.Lateness;
import health.consilium.e2e.lab.linux.Prerequisites;
import health.consilium.e2e.lab.linux.RunNames;
import health.consilium.e2e.lab.model.LaneStatistics;
import health.consilium.e2e.lab.model.Router;
import health.consilium.e2e.lab.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network of hosts, each on a link of its own, perfect at first. Its packets go through this program, which treats them
 * as it is told:
 *
 * <pre>{@code
 * try (Lab lab = Lab.open()) {
 *     Host patient = lab.host("patient");
 *     lab.link(patient).loss(0.05).delay(Duration.ofMillis(50));
 *     lab.blackout(patient);
 *     lab.mend();
 * }
 * }</pre>
 */
public final class Lab implements AutoCloseable {
    private static final long SEED = 77;
    private static final int SEEDS_A_HOST = 2;

    private final Router router = new Router();
    private final Carrier carrier = new Carrier(router);
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final RunNames names = RunNames.next();
    private final Thread atExit = new Thread(this::takeDown);
    private final long seed;

    private Lab(long seed) {
        this.seed = seed;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Why this computer has no lab: one line that says what to do; empty when it has. */
    public static Optional<String> missing() {
        return Prerequisites.missing();
    }

    /** @throws LabUnavailable where this computer does not allow it */
    public static Lab open() {
        return open(SEED);
    }

    /** @param seed of everything that is left to chance: the same seed draws the same losses and delays */
    public static Lab open(long seed) {
        missing().ifPresent(reason -> {
            throw new LabUnavailable(reason);
        });
        RunNames.removeStale();
        return new Lab(seed);
    }

    /** The host of that name, made when it is asked for first. */
    public synchronized Host host(String name) {
        return hosts.computeIfAbsent(name, this::made);
    }

    public Link link(Host host) {
        return new Link(List.of(host.port().sending(), host.port().receiving()));
    }

    /** What the host sends. */
    public Link sending(Host host) {
        return new Link(List.of(host.port().sending()));
    }

    /** What the host is sent. */
    public Link receiving(Host host) {
        return new Link(List.of(host.port().receiving()));
    }

    /** Nothing reaches the host and nothing leaves it, until its link is restored or all is mended. */
    public Lab blackout(Host host) {
        link(host).cut();
        return this;
    }

    public Lab restore(Host host) {
        link(host).restore();
        return this;
    }

    /** The two reach everybody but each other. */
    public Lab deny(Host one, Host other) {
        router.forbid(Rule.between(one.port(), other.port()));
        return this;
    }

    public Lab blockUdp(Host host) {
        router.forbid(Rule.udpOf(host.port()));
        return this;
    }

    /** A network that lets through TCP to these ports and nothing else. */
    public Lab allowOnlyTcp(Host host, Set<Integer> ports) {
        router.forbid(Rule.allBut(host.port(), Set.copyOf(ports)));
        return this;
    }

    /** Everything as at first; hosts that have moved stay where they are. */
    public synchronized Lab mend() {
        router.allowAll();
        hosts.values().forEach(host -> link(host).clean());
        return this;
    }

    public LaneStatistics sent(Host host) {
        return host.port().sending().statistics();
    }

    public LaneStatistics received(Host host) {
        return host.port().receiving().statistics();
    }

    /** How punctual the lab itself was. */
    public Lateness lateness() {
        return carrier.lateness();
    }

    private Host made(String name) {
        int number = hosts.size() + 1;
        Host host = new Host(name, number, names.of(name), router, seed + (long) SEEDS_A_HOST * number);
        carrier.connect(host.cable(), host.port());
        return host;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
        takeDown();
    }

    private synchronized void takeDown() {
        carrier.close();
        List<Host> all = new ArrayList<>(hosts.values());
        hosts.clear();
        all.forEach(Host::close);
    }
}
