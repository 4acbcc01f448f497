package health.consilium.relay.coturn;

import health.consilium.kernel.SecretStore;
import health.consilium.relay.IceServers;
import health.consilium.relay.RelayProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credentials that coturn checks by itself: user "expiry:pseudonym", password HMAC-SHA1 of it. Nothing is stored. */
@Component
class RelayGrants implements IceServers {
    private final RelayProperties settings;
    private final CoturnProcess coturn;
    private final RelayTls tls;
    private final SecretStore secrets;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    RelayGrants(RelayProperties settings, CoturnProcess coturn, RelayTls tls, SecretStore secrets, Clock clock) {
        this.settings = settings;
        this.coturn = coturn;
        this.tls = tls;
        this.secrets = secrets;
        this.pseudonyms = new Pseudonyms(secrets);
        this.clock = clock;
    }

    @Override
    public Grant grant(Holder holder, String host, Instant until) {
        boolean own = settings.urls().isEmpty();
        if (own && !coturn.up()) {
            return new Grant(List.of(), null);
        }
        Instant expires = earlier(until, clock.instant().plus(settings.maxLifetime()));
        List<String> relays = own ? ownUrls(host) : settings.urls();
        Server relay = Credentials.of(settings, secrets, pseudonyms.of(holder), expires, relays);
        return new Grant(
                own ? List.of(new Server(List.of("stun:" + address(host)), null, null), relay) : List.of(relay),
                expires);
    }

    private List<String> ownUrls(String host) {
        String at = address(host);
        List<String> urls = new ArrayList<>(List.of("turn:" + at + "?transport=udp", "turn:" + at + "?transport=tcp"));
        if (coturn.speaksTls() && tls.convinces(name(host))) {
            urls.add("turns:" + name(host) + ":" + settings.tlsPort() + "?transport=tcp");
        }
        return urls;
    }

    private String address(String host) {
        return name(host) + ":" + settings.port();
    }

    /** The child does not listen on IPv6 names such as localhost resolves to, so the loopback is spelled out. */
    private String name(String host) {
        String name = settings.host() == null || settings.host().isBlank() ? host : settings.host();
        return name.equals("localhost") ? "127.0.0.1" : name;
    }

    private static Instant earlier(Instant a, Instant b) {
        Instant first = a.isBefore(b) ? a : b;
        return first.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plus(Duration.ofSeconds(1));
    }
}
