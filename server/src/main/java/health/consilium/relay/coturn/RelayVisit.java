package health.consilium.relay.coturn;

import health.consilium.kernel.SecretStore;
import health.consilium.relay.IceServers.Server;
import health.consilium.relay.RelayProperties;
import health.consilium.relay.probe.Round;
import health.consilium.relay.probe.Round.Answer;
import health.consilium.relay.probe.Trust;
import health.consilium.relay.probe.TurnUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Goes to the relay as a browser would, with a credential of a few minutes: to our own where it listens, to others by their names. */
@Component
public class RelayVisit {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LASTS = Duration.ofMinutes(5);

    private final RelayProperties settings;
    private final SecretStore secrets;
    private final Clock clock;
    private final @Nullable Path pagesCertificate;
    private final @Nullable Path pagesKey;

    RelayVisit(
            RelayProperties settings,
            SecretStore secrets,
            Clock clock,
            @Value("${consilium.tls.certificate:#{null}}") @Nullable Path pagesCertificate,
            @Value("${consilium.tls.private-key:#{null}}") @Nullable Path pagesKey) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.pagesCertificate = pagesCertificate;
        this.pagesKey = pagesKey;
    }

    /** What each way said to somebody with a good credential. */
    public List<Answer> ask() throws InterruptedException {
        Optional<RelayCertificate> own = settings.urls().isEmpty()
                ? new RelayTls(settings, clock, pagesCertificate, pagesKey).certificate()
                : Optional.empty();
        List<TurnUrl> ways = settings.urls().isEmpty()
                ? ways(own.isPresent())
                : settings.urls().stream()
                        .filter(url -> url.startsWith("turn"))
                        .map(TurnUrl::of)
                        .toList();
        Instant until = clock.instant().plus(LASTS);
        Server leave = Credentials.of(settings, secrets, "check", until, List.of());
        String username = Objects.requireNonNull(leave.username());
        String password = Objects.requireNonNull(leave.credential()).reveal();
        return new Round(username, password, own.map(RelayVisit::ours).orElse(Trust.AS_BROWSERS)).ask(ways);
    }

    private List<TurnUrl> ways(boolean tls) {
        String host = settings.listenAddresses().isEmpty()
                ? LOOPBACK
                : settings.listenAddresses().getFirst();
        List<TurnUrl> ways = new ArrayList<>(List.of(
                TurnUrl.of("turn:" + host + ":" + settings.port() + "?transport=udp"),
                TurnUrl.of("turn:" + host + ":" + settings.port() + "?transport=tcp")));
        if (tls) {
            ways.add(TurnUrl.of("turns:" + host + ":" + settings.tlsPort() + "?transport=tcp"));
        }
        return ways;
    }

    /** We know it by its certificate; its name leads to it from outside only, perhaps. */
    private static Trust ours(RelayCertificate own) {
        try {
            return new Trust(RelayTls.trusting(own).getSocketFactory(), false);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
