package health.consilium.relay;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.platform.secrets.FileSecretStore;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The child coturn and the grants for it as the server has them, without the rest of the server: it is up in a moment. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        classes = RelayAlone.Parts.class,
        properties = {
            "consilium.mode=demo",
            "consilium.relay.enabled=true",
            "consilium.relay.listen-addresses=127.0.0.1",
            // As in production, which does not let it be switched on.
            "consilium.relay.reaches-itself=false"
        })
@interface RelayAlone {
    /** Not marked as a configuration, so that the server in other tests does not find it. */
    @ComponentScan("health.consilium.relay.coturn")
    @EnableConfigurationProperties(RelayProperties.class)
    class Parts {
        @Bean
        Clock clock() {
            return new MutableClock(Clock.systemUTC().instant());
        }

        @Bean
        DataDirectory dataDirectory() throws IOException {
            Path target = Files.createDirectories(Path.of("target"));
            return new DataDirectory(
                    Files.createTempDirectory(target, "relay-data-").toAbsolutePath());
        }

        @Bean
        SecretStore secrets(DataDirectory data) {
            return new FileSecretStore(data);
        }
    }
}
