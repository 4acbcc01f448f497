package health.consilium.testing;

import health.consilium.kernel.DataDirectory;
import health.consilium.platform.postgres.EmbeddedPostgres;
import health.consilium.platform.postgres.EmbeddedPostgresException;
import health.consilium.platform.secrets.FileSecretStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One embedded PostgreSQL for all tests of a run; a fresh database for whoever asks. It ends with this program, by the
 * kernel: a shutdown hook would take it away from the contexts that are closing at the same time.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Running {
        private static final EmbeddedPostgres POSTGRES = start();

        /** Programs of tests that run side by side each take the next folder that nobody has. */
        private static EmbeddedPostgres start() {
            for (int number = 1; ; number++) {
                DataDirectory data = new DataDirectory(
                        Path.of("target", "test-data-" + number).toAbsolutePath());
                try {
                    return EmbeddedPostgres.start(data, new FileSecretStore(data));
                } catch (EmbeddedPostgresException e) {
                    if (number == 4 || !String.valueOf(e.getMessage()).contains("Another Consilium")) {
                        throw e;
                    }
                }
            }
        }
    }

    public static EmbeddedPostgres postgres() {
        return Running.POSTGRES;
    }

    /** Creates an empty database and returns its name. */
    public static String fresh() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        postgres().ensureDatabase(name);
        doesNotWaitForTheDisk(name);
        return name;
    }

    /** Nothing here outlives a crash; that what is acknowledged does is asked of databases that are not these. */
    private static void doesNotWaitForTheDisk(String name) {
        EmbeddedPostgres postgres = postgres();
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"),
                        postgres.user(),
                        postgres.password().reveal());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " set synchronous_commit = off");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
