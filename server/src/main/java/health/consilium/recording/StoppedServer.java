package health.consilium.recording;

import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.store.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recordings of a server that does not run: its database (started for this, when it is the embedded one), its store and its
 * secrets, with its own settings, and nothing else of it. No page, no deadline, no relay.
 */
final class StoppedServer implements Door {
    private static final int PAGE = 200;
    private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

    private final ConfigurableApplicationContext parts;
    private final JsonMapper json = JsonMapper.builder().build();

    private StoppedServer(ConfigurableApplicationContext parts) {
        this.parts = parts;
    }

    /** What of the server is needed to look. */
    @ConfigurationPropertiesScan({
        "health.consilium.recording",
        "health.consilium.platform.config",
        "health.consilium.platform.time"
    })
    @ComponentScan({
        "health.consilium.recording.store",
        "health.consilium.recording.vault",
        "health.consilium.recording.s3"
    })
    @ComponentScan(
            basePackages = {"health.consilium.platform", "health.consilium.recording.segments"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.platform\\.DatabaseConfiguration",
                                ".*\\.platform\\.config\\.SecretSetting",
                                ".*\\.platform\\.time\\.ClockConfiguration",
                                ".*\\.segments\\.(Verifier|FileSegmentStore)"
                            }))
    static class Parts {
        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }
    }

    /** @param settings as on the command line of the server; @throws RuntimeException when it runs, or cannot be read */
    static StoppedServer open(String... settings) {
        SpringApplication parts = new SpringApplication(Parts.class);
        parts.setWebApplicationType(WebApplicationType.NONE);
        parts.setBannerMode(Banner.Mode.OFF);
        parts.setRegisterShutdownHook(false);
        parts.setDefaultProperties(Map.of("logging.level.root", "error", "spring.main.log-startup-info", "false"));
        parts.addInitializers(context -> needsData(context.getEnvironment()));
        return new StoppedServer(parts.run(settings));
    }

    /** Looking must not make a database where there is none. */
    private static void needsData(Environment settings) {
        Path cluster = Path.of(settings.getProperty("consilium.data.directory", ".consilium"), "postgres", "data");
        if (settings.getProperty("consilium.database.url", "").isEmpty() && Files.notExists(cluster)) {
            throw new IllegalStateException("There is no database in " + cluster.toAbsolutePath()
                    + ". Run this where the server is started, or set CONSILIUM_DATA_DIRECTORY as for the server.");
        }
    }

    @Override
    public JsonNode list(@Nullable String before) {
        Instant then = before == null ? NEWEST : Instant.parse(before);
        return json.valueToTree(parts.getBean(Inventory.class).before(then, PAGE));
    }

    @Override
    public JsonNode verify(String recording) throws IOException {
        try {
            return json.valueToTree(parts.getBean(Verifier.class).verify(UUID.fromString(recording)));
        } catch (Problem away) {
            throw new IOException(away.sentence(), away);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
