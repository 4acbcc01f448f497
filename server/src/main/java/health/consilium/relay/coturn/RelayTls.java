package health.consilium.relay.coturn;

import health.consilium.relay.RelayProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * TURN over TLS, for networks that let nothing else out. It needs a certificate that browsers believe without asking
 * anybody; with another one they would only waste time on it, so it is not offered.
 */
@Component
class RelayTls {
    private static final Logger log = LoggerFactory.getLogger(RelayTls.class);
    private static final int PATIENCE_MS = 3_000;

    private final RelayProperties settings;
    private final Clock clock;
    private final Optional<RelayCertificate> certificate;

    RelayTls(
            RelayProperties settings,
            Clock clock,
            @Value("${consilium.tls.certificate:#{null}}") @Nullable Path pagesCertificate,
            @Value("${consilium.tls.private-key:#{null}}") @Nullable Path pagesKey) {
        this.settings = settings;
        this.clock = clock;
        this.certificate = settings.certificate() == null
                ? read(pagesCertificate, pagesKey)
                : read(settings.certificate(), settings.privateKey());
    }

    Optional<RelayCertificate> certificate() {
        return certificate;
    }

    /** Whether browsers that know the relay by this name will talk to it. */
    boolean convinces(String host) {
        return certificate
                .filter(own -> settings.offerSelfSigned()
                        || own.isVouchedFor() && own.isGoodAt(clock.instant()) && own.names(host))
                .isPresent();
    }

    /** Whether the running child greets with our certificate: with a key that does not belong to it, it cannot. */
    boolean answers(String address) {
        return certificate
                .map(own -> {
                    try (SSLSocket socket =
                            (SSLSocket) trusting(own).getSocketFactory().createSocket()) {
                        socket.connect(new java.net.InetSocketAddress(address, settings.tlsPort()), PATIENCE_MS);
                        socket.setSoTimeout(PATIENCE_MS);
                        socket.startHandshake();
                        return true;
                    } catch (IOException | GeneralSecurityException e) {
                        log.warn("the relay does not speak TLS on port {}: {}", settings.tlsPort(), e.getMessage());
                        return false;
                    }
                })
                .orElse(false);
    }

    static SSLContext trusting(RelayCertificate own) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("relay", own.leaf());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Optional<RelayCertificate> read(@Nullable Path file, @Nullable Path key) {
        if (file == null || key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RelayCertificate.read(file, key));
        } catch (IOException | GeneralSecurityException e) {
            log.warn("the relay's certificate cannot be read, so it speaks no TLS: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
