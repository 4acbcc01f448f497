package health.consilium.platform;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.platform.config.DatabaseProperties;
import health.consilium.platform.postgres.Beside;
import health.consilium.platform.postgres.EmbeddedPostgres;
import health.consilium.platform.secrets.FileSecretStore;
import java.nio.file.Files;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database for a command: the operator's own; the embedded one of the server that runs on this data directory; or the
 * embedded one, started for the command and stopped with it.
 */
public final class CommandDatabase implements AutoCloseable {
    private final DataSource source;
    private final @Nullable EmbeddedPostgres started;

    private CommandDatabase(DataSource source, @Nullable EmbeddedPostgres started) {
        this.source = source;
        this.started = started;
    }

    /** @throws CannotStart when there is none: looking must not make one */
    static CommandDatabase open(DatabaseProperties settings, DataDirectory data, SecretStore secrets) {
        boolean none = settings.url() == null || settings.url().isEmpty();
        if (none && Files.notExists(data.root().resolve("postgres").resolve("data"))) {
            throw new CannotStart(
                    "There is no database in " + data.root() + ".",
                    "Run this where the server is started, or set CONSILIUM_DATA_DIRECTORY as for the server.");
        }
        return openOrMake(settings, data, secrets);
    }

    /** The same, made when there is none, with the secrets that are in the data directory by now. */
    public static CommandDatabase openOrMake(Environment settings, DataDirectory data) {
        DatabaseProperties database = Binder.get(settings).bindOrCreate("consilium.database", DatabaseProperties.class);
        return openOrMake(database, data, new FileSecretStore(data));
    }

    private static CommandDatabase openOrMake(DatabaseProperties settings, DataDirectory data, SecretStore secrets) {
        String url = settings.url();
        if (url != null && !url.isEmpty()) {
            String user = settings.user() == null ? "consilium" : settings.user();
            String password = settings.password() == null ? "" : settings.password();
            return new CommandDatabase(new DriverManagerDataSource(url, user, password), null);
        }
        OptionalInt running = Beside.port(data);
        if (running.isPresent()) {
            String beside = "jdbc:postgresql://127.0.0.1:" + running.getAsInt() + "/" + settings.name();
            String password = secrets.named("postgres").reveal();
            return new CommandDatabase(new DriverManagerDataSource(beside, "consilium", password), null);
        }
        EmbeddedPostgres started = EmbeddedPostgres.start(data, secrets);
        started.ensureDatabase(settings.name());
        return new CommandDatabase(
                new DriverManagerDataSource(
                        started.jdbcUrl(settings.name()),
                        started.user(),
                        started.password().reveal()),
                started);
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
