package health.consilium.e2e.lab;

import health.consilium.e2e.lab.linux.Tun;
import health.consilium.e2e.lab.model.Lane;
import health.consilium.e2e.lab.model.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;

/** How the lab's network is laid out: 10.77.0.0/16, a subnet a host, another one for each move. */
final class LabNetwork {
    static final String RANGE = "10.77.0.0-10.77.255.255";

    /** Subnets of a host are this far apart. */
    private static final int HOSTS = 16;

    private LabNetwork() {}

    static Inet4Address address(int host, int moves) {
        int subnet = host + HOSTS * moves;
        if (host >= HOSTS || subnet > 255) {
            throw new IllegalArgumentException("the lab has no room for that many hosts or moves");
        }
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[] {10, 77, (byte) subnet, 2});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Port port(long seed, Tun cable) {
        return new Port(new Lane(seed), new Lane(seed + 1), cable::write);
    }
}
