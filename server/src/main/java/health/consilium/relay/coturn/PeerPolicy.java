package health.consilium.relay.coturn;

import java.util.List;

/**
 * Addresses the relay never sends to (SAFETY S20): otherwise anybody with a credential could reach into the clinic's
 * network through it. Loopback, private, shared, link-local, benchmarking, reserved, and every way to write an IPv4
 * address inside an IPv6 one (mapped, NAT64, 6to4). A range that begins at {@code ::} must not stand here: coturn takes
 * that for "any address" and denies the whole internet.
 */
final class PeerPolicy {
    static final List<String> DENIED = List.of(
            "0.0.0.0-0.255.255.255",
            "10.0.0.0-10.255.255.255",
            "100.64.0.0-100.127.255.255",
            "127.0.0.0-127.255.255.255",
            "169.254.0.0-169.254.255.255",
            "172.16.0.0-172.31.255.255",
            "192.0.0.0-192.0.0.255",
            "192.168.0.0-192.168.255.255",
            "198.18.0.0-198.19.255.255",
            "240.0.0.0-255.255.255.255",
            "::1",
            "::ffff:0:0-::ffff:ffff:ffff",
            "64:ff9b::-64:ff9b::ffff:ffff",
            "64:ff9b:1::-64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
            "2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private PeerPolicy() {}
}
