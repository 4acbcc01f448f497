package health.consilium.relay.coturn;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Where coturn listens, and which of these addresses it gives out. Of several it gives out any, so none may stand here that
 * others cannot reach: with this computer's loopback among them every second call by the relay found no way.
 */
record RelayAddresses(List<String> listening, List<String> relayed) {
    RelayAddresses {
        listening = List.copyOf(listening);
        relayed = List.copyOf(relayed);
    }

    /** @param named by the clinic, which knows its network: all of them do both; none: this computer's own */
    static RelayAddresses of(List<String> named) throws SocketException {
        return named.isEmpty() ? among(own()) : new RelayAddresses(named, named);
    }

    /** Listens on all of them and gives out those that are reached from farthest: public ones, else private ones, else loopback. */
    static RelayAddresses among(List<InetAddress> own) {
        Reach farthest =
                own.stream().map(Reach::of).max(Comparator.naturalOrder()).orElse(Reach.THIS_COMPUTER);
        return new RelayAddresses(
                own.stream().map(InetAddress::getHostAddress).toList(),
                own.stream()
                        .filter(address -> Reach.of(address) == farthest)
                        .map(InetAddress::getHostAddress)
                        .toList());
    }

    private static List<InetAddress> own() throws SocketException {
        List<InetAddress> own = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp()) {
                Collections.list(network.getInetAddresses()).stream()
                        .filter(Inet4Address.class::isInstance)
                        .forEach(own::add);
            }
        }
        return own;
    }

    /** The nearest first. */
    private enum Reach {
        THIS_COMPUTER,
        /** RFC 3927. */
        THIS_CABLE,
        /** RFC 1918. */
        THIS_NETWORK,
        EVERYWHERE;

        static Reach of(InetAddress address) {
            if (address.isLoopbackAddress()) {
                return THIS_COMPUTER;
            }
            if (address.isLinkLocalAddress()) {
                return THIS_CABLE;
            }
            return address.isSiteLocalAddress() ? THIS_NETWORK : EVERYWHERE;
        }
    }
}
