package health.consilium.relay;

import health.consilium.kernel.SettingCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * STUN and TURN.
 *
 * @param enabled whether to start coturn as a child when it is installed
 * @param program coturn's program
 * @param port port of the relay for UDP and TCP
 * @param tlsPort port of the relay for TLS; 443 gets out of the strictest networks, where the pages leave it free
 * @param host name under which browsers reach the relay; empty: the one under which they reach the pages
 * @param certificate PEM file with the relay's certificate and its chain; empty: consilium.tls.certificate
 * @param privateKey PEM file with its private key; empty: consilium.tls.private-key
 * @param offerSelfSigned whether to offer TLS also with a certificate that no browser believes by itself, for
 *     rehearsals; refused in production
 * @param listenAddresses addresses the relay listens on and gives out; empty: it listens on all of this computer's own, and
 *     gives out the public ones, or the private ones where there is none
 * @param minPort first port of relayed media
 * @param maxPort last port of relayed media
 * @param allowedPeers private addresses that the relay may send to all the same, for rehearsals on one machine or
 *     network; refused in production
 * @param reachesItself whether two callers may meet at a relay whose address is private, as on a laptop where somebody tries
 *     Consilium out; so in a demo, refused in production: it opens this computer's other services to callers
 * @param urls an own relay elsewhere instead of the child, for example turn:turn.clinic.example:3478?transport=udp
 * @param secret the shared secret of that relay (coturn's static-auth-secret)
 * @param maxLifetime the longest a credential is good
 */
@ConfigurationProperties("consilium.relay")
public record RelayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("turnserver") String program,
        @DefaultValue("3478") int port,
        @DefaultValue("5349") int tlsPort,
        @Nullable String host,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        boolean offerSelfSigned,
        @DefaultValue({}) List<String> listenAddresses,
        @DefaultValue("49160") int minPort,
        @DefaultValue("49359") int maxPort,
        @DefaultValue({}) List<String> allowedPeers,
        boolean reachesItself,
        @DefaultValue({}) List<String> urls,
        @Nullable String secret,
        @DefaultValue("2h") Duration maxLifetime) {
    public RelayProperties {
        SettingCheck.port("consilium.relay.port", port);
        SettingCheck.port("consilium.relay.tls-port", tlsPort);
        SettingCheck.port("consilium.relay.min-port", minPort);
        SettingCheck.port("consilium.relay.max-port", maxPort);
        SettingCheck.require(
                minPort <= maxPort, "consilium.relay.min-port", minPort, "it is above consilium.relay.max-port");
        SettingCheck.positive("consilium.relay.max-lifetime", maxLifetime);
    }

    @Override
    public String toString() {
        return "RelayProperties[enabled=" + enabled + ", port=" + port + ", urls=" + urls + "]";
    }
}
