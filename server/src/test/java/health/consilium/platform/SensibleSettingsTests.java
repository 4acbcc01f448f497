package health.consilium.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationProperties;
import health.consilium.identity.IdentityProperties;
import health.consilium.notification.NotificationProperties;
import health.consilium.payment.PaymentProperties;
import health.consilium.recording.RecordingProperties;
import health.consilium.relay.RelayProperties;
import health.consilium.signalling.SignallingProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A value that can be read and makes no sense stops the start, and is named. */
class SensibleSettingsTests {
    private static final List<Class<?>> ALL = List.of(
            ConsultationProperties.class,
            SignallingProperties.class,
            IdentityProperties.class,
            RelayProperties.class,
            RecordingProperties.class,
            PaymentProperties.class,
            NotificationProperties.class);

    @ParameterizedTest
    @CsvSource({
        "consilium.consultation.opens-before, -1ms",
        "consilium.consultation.no-show-after, 0s",
        "consilium.consultation.grace, -5s",
        "consilium.consultation.ring, 0s",
        "consilium.consultation.extension, -1m",
        "consilium.consultation.warnings, '1m,5m'",
        "consilium.consultation.warnings, '5m,5m'",
        "consilium.consultation.warnings, 0s",
        "consilium.signalling.heartbeat, 0s",
        "consilium.signalling.silence, 10s",
        "consilium.signalling.grace, 0s",
        "consilium.signalling.handshake, 0s",
        "consilium.signalling.burst, 0",
        "consilium.signalling.per-second, 0",
        "consilium.identity.idle, -1s",
        "consilium.identity.absolute, 0s",
        "consilium.identity.token-lifetime, 0s",
        "consilium.identity.attempts-per-minute, 0",
        "consilium.identity.attempts-per-address, 0",
        "consilium.relay.port, 0",
        "consilium.relay.tls-port, 65536",
        "consilium.relay.min-port, 49360",
        "consilium.relay.max-port, 65536",
        "consilium.relay.max-lifetime, 0s",
        "consilium.notification.push-services, 10.0.0.1",
        "consilium.notification.push-services, https://push.example.org",
        "consilium.notification.push-services, *",
        "consilium.notification.push-rehearsal, localhost",
        "consilium.notification.push-browsers, 0",
        "consilium.notification.push-kept, 0s",
        "consilium.recording.kept-days, 0",
        "consilium.recording.upload-within, 0s",
        "consilium.recording.master-key, 0",
        "consilium.payment.amount-minor, -1",
        "consilium.payment.currency, EURO"
    })
    @DisplayName("what makes no sense is named, with what the setting may be")
    void nonsense(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " is ");
    }

    @Test
    @DisplayName("what is set by default makes sense, and so do the edges")
    void theEdges() {
        assertThatCode(() -> bind(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> bind(Map.of(
                        "consilium.consultation.opens-before", "0s",
                        "consilium.consultation.extension", "0s",
                        "consilium.signalling.silence", "10001ms",
                        "consilium.signalling.per-second", "1",
                        "consilium.relay.min-port", "49359",
                        "consilium.recording.kept-days", "1",
                        "consilium.payment.amount-minor", "0")))
                .doesNotThrowAnyException();
    }

    private static void bind(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        for (Class<?> one : ALL) {
            binder.bindOrCreate(one.getAnnotation(ConfigurationProperties.class).value(), one);
        }
    }
}
