package health.consilium.relay.coturn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The certificate with which the relay speaks TLS.
 *
 * @param file PEM, the chain included
 * @param key PEM
 */
record RelayCertificate(Path file, Path key, X509Certificate leaf) {
    private static final int DNS = 2;
    private static final int IP = 7;

    static RelayCertificate read(Path file, Path key) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            // The first one is the relay's own, the rest leads to whoever vouches for it.
            X509Certificate leaf =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return new RelayCertificate(file.toAbsolutePath(), key.toAbsolutePath(), leaf);
        }
    }

    /** Somebody other than itself vouches for it. Browsers ask nobody about a relay: there is no page on which to go on regardless. */
    boolean isVouchedFor() {
        return !leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal());
    }

    boolean isGoodAt(Instant now) {
        return !now.isBefore(leaf.getNotBefore().toInstant())
                && now.isBefore(leaf.getNotAfter().toInstant());
    }

    /** RFC 6125: a subject alternative name, or a wildcard for its first label. */
    boolean names(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        String wildcard = dot < 0 ? "" : "*" + wanted.substring(dot);
        return alternativeNames().stream()
                .filter(name -> name.get(0) instanceof Integer kind && (kind == DNS || kind == IP))
                .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(wanted) || name.equals(wildcard));
    }

    private Collection<List<?>> alternativeNames() {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (GeneralSecurityException unreadable) {
            return List.of();
        }
    }
}
