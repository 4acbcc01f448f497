package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Browsers give camera and microphone only to pages that came over TLS. */
@Component
class TlsCheck implements SetupCheck {
    private static final Duration SOON = Duration.ofDays(14);

    private final TlsProperties tls;
    private final ConsiliumProperties installation;
    private final Clock clock;

    TlsCheck(TlsProperties tls, ConsiliumProperties installation, Clock clock) {
        this.tls = tls;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Found look() throws IOException, CertificateException {
        Path certificate = tls.certificate();
        if (certificate == null) {
            if (tls.trustedProxy()) {
                return Found.of(SetupFinding.TLS_PROXY);
            }
            return Found.of(installation.demo() ? SetupFinding.TLS_NONE_DEMO : SetupFinding.TLS_NONE);
        }
        try (InputStream file = Files.newInputStream(certificate)) {
            X509Certificate first =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return judge(first.getNotAfter().toInstant(), clock.instant());
        }
    }

    static Found judge(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return Found.of(SetupFinding.TLS_ENDED, "at", end);
        }
        return Found.of(now.isBefore(end.minus(SOON)) ? SetupFinding.TLS_GOOD : SetupFinding.TLS_ENDS, "at", end);
    }
}
