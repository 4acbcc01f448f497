package health.consilium.relay.coturn;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** coturn takes a port that another coturn has, and the kernel then deals packets out to both: we ask before. */
final class Ports {
    private static final int FIRST_ORDINARY = 1024;
    private static final int PATIENCE_MS = 1_000;

    private Ports() {}

    /** Whether nobody listens there, neither by TCP nor by UDP. */
    static boolean free(List<String> addresses, int port) {
        return addresses.stream().allMatch(address -> free(address, port));
    }

    private static boolean free(String address, int port) {
        try {
            InetAddress own = InetAddress.getByName(address);
            if (!own.isAnyLocalAddress() && NetworkInterface.getByInetAddress(own) == null) {
                // Not an address of this computer's: coturn itself says what is wrong.
                return true;
            }
            InetSocketAddress place = new InetSocketAddress(own, port);
            return port < FIRST_ORDINARY ? !answers(place) : canBeHad(place);
        } catch (IOException unknown) {
            return true;
        }
    }

    private static boolean canBeHad(InetSocketAddress place) {
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            tcp.bind(place);
            udp.bind(place);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** coturn may be allowed to have the ports of the system where we are not. */
    private static boolean answers(InetSocketAddress place) {
        try (Socket tcp = new Socket()) {
            tcp.connect(place, PATIENCE_MS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
