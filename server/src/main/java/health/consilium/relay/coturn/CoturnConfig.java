package health.consilium.relay.coturn;

import health.consilium.kernel.Secret;
import health.consilium.relay.RelayProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration file we hand to coturn, one option a line. */
final class CoturnConfig {
    private static final int WAYS = 3;
    private static final int NETWORKS = 2;
    private static final int REPAIRS = 5;

    /**
     * Allocations of one person in one call: three ways (UDP, TCP, TLS) on two networks (Wi-Fi and mobile). Each repair adds as
     * many, and browsers keep the former ones for a while; after five in a minute a page begins anew and gives all of them
     * back. Twice more for a page that takes over, and one that died and whose allocations run out by themselves. A device
     * check needs less: three ways, two ends, two networks.
     */
    private static final int PER_PERSON = WAYS * NETWORKS * (1 + REPAIRS + 2);

    /** Seconds. The least that coturn keeps to, and what browsers ask for: a page that died is forgotten after it. */
    private static final int LONGEST_WITHOUT_REFRESH = 600;

    private CoturnConfig() {}

    static List<String> lines(
            RelayProperties settings, Secret<String> secret, RelayAddresses addresses, Optional<RelayCertificate> tls) {
        List<String> lines = new ArrayList<>(List.of(
                "listening-port=" + settings.port(),
                "min-port=" + settings.minPort(),
                "max-port=" + settings.maxPort(),
                "use-auth-secret",
                "static-auth-secret=" + secret.reveal(),
                "realm=consilium",
                "fingerprint",
                "no-cli",
                "no-multicast-peers",
                "no-dtls",
                "user-quota=" + PER_PERSON,
                "total-quota=600",
                "max-allocate-lifetime=" + LONGEST_WITHOUT_REFRESH,
                "stale-nonce=600",
                "no-software-attribute",
                "log-file=stdout",
                "simple-log"));
        lines.addAll(tls.map(certificate -> tls(settings, certificate)).orElse(List.of("no-tls")));
        addresses.listening().forEach(address -> lines.add("listening-ip=" + address));
        addresses.relayed().forEach(address -> lines.add("relay-ip=" + address));
        List<String> allowed = allowedPeers(settings, addresses);
        if (allowed.stream().anyMatch(peer -> peer.startsWith("127."))) {
            lines.add("allow-loopback-peers");
        }
        allowed.forEach(peer -> lines.add("allowed-peer-ip=" + peer));
        PeerPolicy.DENIED.forEach(range -> lines.add("denied-peer-ip=" + range));
        return lines;
    }

    private static List<String> allowedPeers(RelayProperties settings, RelayAddresses addresses) {
        Stream<String> itself = settings.reachesItself() ? addresses.relayed().stream() : Stream.empty();
        return Stream.concat(settings.allowedPeers().stream(), itself)
                .distinct()
                .toList();
    }

    private static List<String> tls(RelayProperties settings, RelayCertificate certificate) {
        return List.of(
                "tls-listening-port=" + settings.tlsPort(),
                "cert=" + certificate.file(),
                "pkey=" + certificate.key(),
                "no-tlsv1",
                "no-tlsv1_1");
    }
}
