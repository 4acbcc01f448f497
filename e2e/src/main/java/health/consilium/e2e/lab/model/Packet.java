package health.consilium.e2e.lab.model;

import java.net.Inet4Address;

/** An IPv4 packet (RFC 791) as far as forwarding and firewalls look into it. */
public final class Packet {
    private static final int SHORTEST_HEADER = 20;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final byte[] bytes;

    public Packet(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /** Anything else, IPv6 above all, is nothing this network carries. */
    public boolean isIpv4() {
        return bytes.length >= SHORTEST_HEADER && bytes[0] >> 4 == 4;
    }

    public int source() {
        return word(12);
    }

    public int destination() {
        return word(16);
    }

    public boolean isUdp() {
        return bytes[9] == UDP;
    }

    public boolean isTcp() {
        return bytes[9] == TCP;
    }

    /** Of TCP and UDP; −1 in a fragment that is not the first. */
    public int sourcePort() {
        return port(0);
    }

    public int destinationPort() {
        return port(2);
    }

    /** An address as it stands in the header. */
    public static int address(Inet4Address address) {
        byte[] four = address.getAddress();
        return new Packet(four).word(0);
    }

    private int port(int offset) {
        int header = (bytes[0] & 0xf) * 4;
        boolean first = ((bytes[6] & 0x1f) << 8 | bytes[7] & 0xff) == 0;
        if (!first || bytes.length < header + offset + 2) {
            return -1;
        }
        return (bytes[header + offset] & 0xff) << 8 | bytes[header + offset + 1] & 0xff;
    }

    private int word(int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
