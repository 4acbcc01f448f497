package health.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.kernel.DataDirectory;
import health.consilium.platform.postgres.EmbeddedPostgres;
import health.consilium.platform.postgres.EmbeddedPostgresException;
import health.consilium.platform.secrets.FileSecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    /** One cluster for all: to make one takes longer than all that is asked of it. Each test starts and stops it. */
    @TempDir
    private static Path directory;

    @Test
    @DisplayName("L14: what was acknowledged is there after a restart, and fsync is on")
    void acknowledgedRowsSurviveARestart() throws SQLException {
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres)) {
            connection.createStatement().execute("create table survives_a_restart (body text)");
            connection.createStatement().execute("insert into survives_a_restart values ('kept')");
            var fsync = connection.createStatement().executeQuery("show fsync");
            fsync.next();
            assertThat(fsync.getString(1)).isEqualTo("on");
        }
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres)) {
            var rows = connection.createStatement().executeQuery("select body from survives_a_restart");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    @DisplayName("without the password of a database that is there it does not start, and makes no new one")
    void passwordGone() throws IOException {
        start().close();
        Path password = directory.resolve("secrets/postgres");
        Path elsewhere = Files.move(password, directory.resolve("password"));
        try {
            assertThatThrownBy(this::start).hasMessageContaining("secrets/postgres is missing");
            assertThat(password).doesNotExist();
        } finally {
            Files.move(elsewhere, password, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    @DisplayName("F: PostgreSQL killed alone is started again on the same address, with all that was acknowledged")
    void killedAlone() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            try (Connection connection = connect(postgres)) {
                connection.createStatement().execute("create table survives_a_kill (body text)");
                connection.createStatement().execute("insert into survives_a_kill values ('kept')");
            }
            for (int kill = 0; kill < 2; kill++) {
                ProcessHandle postmaster = postmaster();
                postmaster.destroyForcibly();
                postmaster.onExit().join();
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                    try (Connection connection = connect(postgres)) {
                        var rows = connection.createStatement().executeQuery("select body from survives_a_kill");
                        rows.next();
                        assertThat(rows.getString(1)).isEqualTo("kept");
                    }
                });
            }
        }
        assertThat(postmasterFile()).as("stopped for good").doesNotExist();
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(postmasterFile()).getFirst().strip()))
                .orElseThrow();
    }

    private Path postmasterFile() {
        return directory.resolve("postgres/data/postmaster.pid");
    }

    @Test
    @DisplayName("a second program on the same data directory is refused and told what to do")
    void oneProgramADirectory() {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.jdbcUrl("postgres")).contains("127.0.0.1");
            assertThatThrownBy(this::start)
                    .isInstanceOfAny(
                            EmbeddedPostgresException.class, java.nio.channels.OverlappingFileLockException.class);
        }
    }

    @Test
    @DisplayName("nobody gets in without the generated password")
    void thePasswordIsAsked() {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private EmbeddedPostgres start() {
        DataDirectory data = new DataDirectory(directory);
        return EmbeddedPostgres.start(data, new FileSecretStore(data));
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl("postgres"),
                postgres.user(),
                postgres.password().reveal());
    }
}
