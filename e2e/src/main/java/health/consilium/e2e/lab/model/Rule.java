package health.consilium.e2e.lab.model;

import java.util.Set;

/** What a firewall does not let through. */
@FunctionalInterface
public interface Rule {
    boolean forbids(Port from, Port to, Packet packet);

    /** Two that cannot reach each other, as behind two strict NATs: their call needs the relay. */
    static Rule between(Port one, Port other) {
        return (from, to, packet) -> from == one && to == other || from == other && to == one;
    }

    static Rule udpOf(Port host) {
        return (from, to, packet) -> packet.isUdp() && (from == host || to == host);
    }

    /** A network that lets out TCP to these ports only, as to web sites. */
    static Rule allBut(Port host, Set<Integer> tcpPorts) {
        return (from, to, packet) -> from == host && !(packet.isTcp() && tcpPorts.contains(packet.destinationPort()))
                || to == host && !(packet.isTcp() && tcpPorts.contains(packet.sourcePort()));
    }
}
