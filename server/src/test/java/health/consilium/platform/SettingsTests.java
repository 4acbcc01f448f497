package health.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTests {
    @TempDir
    private static Path folder;

    private static Map<String, Object> safe() {
        return Map.of(
                "consilium.mode", "production",
                "consilium.tls.certificate", file("cert.pem"),
                "consilium.tls.private-key", file("key.pem"));
    }

    private static String file(String name) {
        try {
            return Files.writeString(folder.resolve(name), "").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consilium.mod",
                "consilium.consultation.grcae",
                "CONSILIUM_DATA_DIR",
                "CONSILIUM_TLS_PRIVATE_KEY"
            })
    @DisplayName("an unknown setting is named and stops the start")
    void unknownSettings(String key) {
        assertThatThrownBy(() -> start(Map.of("consilium.mode", "demo", key, "x")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(key)
                .hasMessageContaining("docs/configuration.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consilium.consultation.grace",
                "CONSILIUM_DATA_DIRECTORY",
                "CONSILIUM_RELAY_ALLOWEDPEERS",
                "consilium.consultation.warnings[0]",
                "CONSILIUM_PORT"
            })
    @DisplayName("a known setting is taken, from a file or from the environment")
    void knownSettings(String key) {
        assertThatCode(() -> start(Map.of("consilium.mode", "demo", key, "8080")))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("mails whose links would lead to the reader's own computer are refused in production")
    void mailsNeedAnAddress() {
        Map<String, Object> mails = new HashMap<>(safe());
        mails.put("consilium.mail.host", "smtp.clinic.example");
        assertThatThrownBy(() -> start(mails))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("consilium.public-url");
        mails.put("consilium.public-url", "https://video.clinic.example");
        assertThatCode(() -> start(mails)).doesNotThrowAnyException();
        mails.put("consilium.mode", "demo");
        mails.remove("consilium.public-url");
        assertThatCode(() -> start(mails)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999999", "-1", "http"})
    @DisplayName("what is no port is refused")
    void noPort(String port) {
        assertThatThrownBy(() -> start(Map.of("consilium.mode", "demo", "CONSILIUM_PORT", port)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(port);
    }

    @ParameterizedTest
    @CsvSource({
        "consilium.tls.certificate, consilium.tls.private-key",
        "consilium.tls.private-key, consilium.tls.certificate",
        "consilium.relay.certificate, consilium.relay.private-key"
    })
    @DisplayName("a certificate or key that is not there is named")
    void thePemFilesAreThere(String missing, String other) {
        assertThatThrownBy(() -> start(Map.of("consilium.mode", "demo", missing, "/nowhere.pem", other, file("x.pem"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(missing)
                .hasMessageContaining("/nowhere.pem");
    }

    @Test
    @DisplayName("a file of settings that is named and not there stops the start")
    void theNamedFileIsThere() {
        assertThatThrownBy(
                        () -> start(Map.of("consilium.mode", "demo", "CONSILIUM_CONFIG", "/nowhere/clinic.properties")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("/nowhere/clinic.properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consilium.clock.offset-file",
                "consilium.relay.allowed-peers",
                "consilium.relay.reaches-itself",
                "consilium.relay.offer-self-signed",
                "consilium.notification.push-rehearsal"
            })
    @DisplayName("production refuses what is only good for a rehearsal")
    void productionRefusesRehearsals(String key) {
        Map<String, Object> settings = new HashMap<>(safe());
        settings.put(key, "x");
        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(key);
        assertThatCode(() -> start(safe())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("production wants TLS, its own or a proxy's, and is what one gets without saying anything")
    void productionWantsTls() {
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TLS");
        assertThatCode(() -> start(Map.of("consilium.tls.trusted-proxy", "true")))
                .doesNotThrowAnyException();
        assertThat(start(safe()).getProperty("server.ssl.certificate")).isEqualTo("file:" + folder.resolve("cert.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consilium.tls.certificate",
                "consilium.tls.private-key",
                "consilium.relay.certificate",
                "consilium.relay.private-key"
            })
    @DisplayName("a certificate without its key is refused, and a key without its certificate")
    void halfACertificate(String key) {
        assertThatThrownBy(() -> start(Map.of("consilium.mode", "demo", key, "/x.pem")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    @DisplayName("production logs one JSON object a line, the demo plain words and no more than it must")
    void logs() {
        assertThat(start(safe()).getProperty("logging.structured.format.console"))
                .isEqualTo("ecs");
        StandardEnvironment demo = start(Map.of("consilium.mode", "demo"));
        assertThat(demo.getProperty("logging.structured.format.console")).isNull();
        assertThat(demo.getProperty("spring.main.log-startup-info")).isEqualTo("false");
    }

    private static StandardEnvironment start(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new Settings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
