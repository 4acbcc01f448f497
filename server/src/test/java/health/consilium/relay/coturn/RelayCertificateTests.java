package health.consilium.relay.coturn;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Certificates;
import health.consilium.testing.Certificates.Pair;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L1: whether browsers would believe the relay. */
class RelayCertificateTests {
    private static final String NAMES = "DNS:turn.clinic.example,DNS:*.park.example,IP:127.0.0.1";

    @ParameterizedTest
    @CsvSource({
        "turn.clinic.example, true",
        "TURN.Clinic.Example, true",
        "video.clinic.example, false",
        "a.park.example, true",
        "park.example, false",
        "a.b.park.example, false",
        "127.0.0.1, true",
        "127.0.0.2, false",
        "localhost, false"
    })
    @DisplayName("it is good for the names it holds, and for no other")
    void names(String host, boolean named) throws IOException, GeneralSecurityException {
        assertThat(read(Certificates.issued(NAMES)).names(host)).isEqualTo(named);
    }

    @Test
    @DisplayName("what vouches for itself is told from what an authority vouches for")
    void vouching() throws IOException, GeneralSecurityException {
        assertThat(read(Certificates.selfSigned(NAMES)).isVouchedFor()).isFalse();
        assertThat(read(Certificates.issued(NAMES)).isVouchedFor()).isTrue();
    }

    @Test
    @DisplayName("it is good from its first instant to before its last")
    void validity() throws IOException, GeneralSecurityException {
        RelayCertificate certificate = read(Certificates.issued(NAMES));
        Instant from = certificate.leaf().getNotBefore().toInstant();
        assertThat(certificate.isGoodAt(from.minusMillis(1))).isFalse();
        assertThat(certificate.isGoodAt(from)).isTrue();
        assertThat(certificate.isGoodAt(from.plus(Duration.ofDays(29)))).isTrue();
        assertThat(certificate.isGoodAt(from.plus(Duration.ofDays(30)))).isFalse();
    }

    private static RelayCertificate read(Pair pair) throws IOException, GeneralSecurityException {
        return RelayCertificate.read(pair.certificate(), pair.key());
    }
}
