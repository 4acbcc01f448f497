package health.consilium.relay.probe;

import java.util.List;

/**
 * An address that a relay is asked to send to.
 *
 * @param refused whether it must not
 */
public record Peer(String address, String what, boolean refused) {
    /** SAFETY S20: the one table of the tests and of turn-check. */
    public static final List<Peer> TABLE = List.of(
            never("127.0.0.1", "this computer"),
            never("0.0.0.0", "this computer"),
            never("10.0.0.1", "private"),
            never("172.16.0.1", "private"),
            never("172.31.255.254", "private"),
            never("192.168.1.1", "private"),
            never("100.64.0.1", "shared by a provider"),
            never("169.254.169.254", "link-local, a cloud's secrets"),
            never("192.0.0.8", "protocols"),
            never("198.18.0.1", "benchmarks"),
            never("224.0.0.1", "multicast"),
            never("240.0.0.1", "reserved"),
            never("255.255.255.255", "broadcast"),
            never("::1", "this computer"),
            never("::", "this computer"),
            never("fc00::1", "private"),
            never("fd12::1", "private"),
            never("fe80::1", "link-local"),
            never("ff02::1", "multicast"),
            never("64:ff9b::7f00:1", "127.0.0.1 by NAT64"),
            never("64:ff9b:1::7f00:1", "127.0.0.1 by an own NAT64"),
            never("2002:7f00:1::1", "127.0.0.1 by 6to4"),
            never("::ffff:127.0.0.1", "127.0.0.1, mapped"),
            never("::ffff:10.0.0.1", "10.0.0.1, mapped"),
            never("::ffff:169.254.169.254", "169.254.169.254, mapped"),
            always("8.8.8.8", "the internet"),
            always("2001:4860:4860::8888", "the internet"));

    private static Peer never(String address, String what) {
        return new Peer(address, what, true);
    }

    private static Peer always(String address, String what) {
        return new Peer(address, what, false);
    }

    /** In which family it is written, whatever it stands for. */
    public Family family() {
        return address.contains(":") ? Family.IPV6 : Family.IPV4;
    }
}
