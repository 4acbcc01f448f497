package health.consilium.e2e.lab.model;

import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A star: every packet goes through the sending lane of its host, then through the receiving lane of the host that has its
 * destination address. One thread forwards; addresses and rules may be changed by any.
 */
public final class Router {
    /** Instead of a time: nothing is under way. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Map<Integer, Port> addresses = new ConcurrentHashMap<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final PriorityQueue<Transit> underWay = new PriorityQueue<>();
    private long order;

    /** A packet under way: through with the sending lane at that time, or with the receiving one. */
    private record Transit(long at, long order, Port to, boolean arrives, Packet packet)
            implements Comparable<Transit> {
        @Override
        public int compareTo(Transit other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    public void attach(int address, Port port) {
        addresses.put(address, port);
    }

    /** From now on nobody has that address. */
    public void detach(int address) {
        addresses.remove(address);
    }

    public void forbid(Rule rule) {
        rules.add(rule);
    }

    public void allowAll() {
        rules.clear();
    }

    /** A host sends a packet. */
    public void accept(long now, Port from, Packet packet) {
        if (!packet.isIpv4() || addresses.get(packet.source()) != from) {
            return;
        }
        Port to = addresses.get(packet.destination());
        if (to == null || rules.stream().anyMatch(rule -> rule.forbids(from, to, packet))) {
            return;
        }
        long at = from.sending().leaves(now, packet.size());
        if (at != Lane.LOST) {
            underWay.add(new Transit(at, order++, to, false, packet));
        }
    }

    /** Hands over what has arrived by now. */
    public void release(long now) {
        for (Transit next = underWay.peek(); next != null && next.at <= now; next = underWay.peek()) {
            underWay.remove();
            if (next.arrives) {
                next.to.arrives(next.packet);
                continue;
            }
            long at = next.to.receiving().leaves(next.at, next.packet.size());
            if (at != Lane.LOST) {
                underWay.add(new Transit(at, order++, next.to, true, next.packet));
            }
        }
    }

    /** When there is something to do again, or {@link #NEVER}. */
    public long next() {
        Transit first = underWay.peek();
        return first == null ? NEVER : first.at;
    }
}
