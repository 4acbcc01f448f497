package health.consilium.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.Problem;
import health.consilium.notification.NotificationProperties;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the server knock at doors of their choice. */
class PushServicesTests {
    private final PushServices services = new PushServices(new NotificationProperties(
            List.of("fcm.googleapis.com", "*.push.apple.com", "*.localhost.example"),
            List.of("localhost:8443"),
            5,
            Duration.ofDays(30)));

    @ParameterizedTest
    @DisplayName("known services are written to")
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:443/fcm/send/abc",
                "https://FCM.googleapis.com/fcm/send/abc",
                "https://web.push.apple.com/abc",
                "https://localhost:8443/wp/abc"
            })
    void known(String endpoint) {
        assertThat(services.accepted(endpoint)).isEqualTo(URI.create(endpoint));
    }

    @ParameterizedTest
    @DisplayName("everything else is not, and the refusal does not repeat it")
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:8443/fcm/send/abc",
                "https://fcm.googleapis.com.evil.example/abc",
                "https://evil.example/fcm.googleapis.com",
                "https://fcm.googleapis.com@evil.example/abc",
                "https://evil@fcm.googleapis.com/abc",
                "https://xpush.apple.com/abc",
                "https://push.apple.com/abc",
                "https://169.254.169.254/latest/meta-data",
                "https://127.0.0.1/abc",
                "https://[::1]/abc",
                "https://localhost/abc",
                "http://localhost:8443/wp/abc",
                "https://localhost:8444/wp/abc",
                "https://x@localhost:8443/wp/abc",
                "file:///etc/passwd",
                "https:fcm.googleapis.com",
                "//fcm.googleapis.com/abc",
                "not an address",
                ""
            })
    void unknown(String endpoint) {
        assertThatThrownBy(() -> services.accepted(endpoint))
                .isInstanceOf(Problem.class)
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("abc"));
    }

    @ParameterizedTest
    @DisplayName("a known name that leads into the clinic's own network is not followed")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "100.64.1.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::1"
            })
    void inside(String address) throws UnknownHostException {
        assertThat(PushServices.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @DisplayName("public addresses are outside")
    @ValueSource(strings = {"142.250.1.95", "2a00:1450:4001::5f", "100.128.0.1", "64:ff9b::142.250.1.95"})
    void outside(String address) throws UnknownHostException {
        assertThat(PushServices.isInside(InetAddress.getByName(address))).isFalse();
    }
}
