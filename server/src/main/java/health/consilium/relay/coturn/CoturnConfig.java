package health.consilium.relay.coturn;

import health.consilium.kernel.Secret;
import health.consilium.relay.RelayProperties;
import java.util.ArrayList;
import java.util.List;

/** The configuration file we hand to coturn, one option a line. */
final class CoturnConfig {
    private CoturnConfig() {}

    static List<String> lines(RelayProperties settings, Secret<String> secret, List<String> addresses) {
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
                "no-tls",
                "no-dtls",
                "user-quota=12",
                "total-quota=600",
                "stale-nonce=600",
                "no-software-attribute",
                "log-file=stdout",
                "simple-log"));
        addresses.forEach(address -> {
            lines.add("listening-ip=" + address);
            lines.add("relay-ip=" + address);
        });
        if (settings.allowedPeers().stream().anyMatch(peer -> peer.startsWith("127."))) {
            lines.add("allow-loopback-peers");
        }
        settings.allowedPeers().forEach(peer -> lines.add("allowed-peer-ip=" + peer));
        PeerPolicy.DENIED.forEach(range -> lines.add("denied-peer-ip=" + range));
        return lines;
    }
}
