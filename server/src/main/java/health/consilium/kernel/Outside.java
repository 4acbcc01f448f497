package health.consilium.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses are outside. Where somebody else names an address that this server then writes to, they could make it
 * knock at doors inside the clinic; so only what is outside may be written to.
 */
public final class Outside {
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private Outside() {}

    /** Loopback, private, link-local, shared, multicast, and every IPv6 address that leads to such a one. */
    public static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        boolean reserved = bytes.length == 4 && (bytes[0] & 0xf0) == 0xf0;
        return uniqueLocal
                || shared
                || thisNetwork
                || reserved
                || leadsInsideByTranslation(bytes)
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** An IPv4 address inside an IPv6 one: NAT64 (RFC 6052) carries it at the end, 6to4 (RFC 3056) after its prefix. */
    private static boolean leadsInsideByTranslation(byte[] bytes) {
        try {
            if (bytes.length == 16 && Arrays.equals(Arrays.copyOf(bytes, NAT64.length), NAT64)) {
                return isInside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
            }
            boolean sixToFour = bytes.length == 16 && bytes[0] == 0x20 && bytes[1] == 0x02;
            return sixToFour && isInside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
