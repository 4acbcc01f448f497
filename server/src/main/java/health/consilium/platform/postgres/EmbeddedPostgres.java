package health.consilium.platform.postgres;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL that belongs to this program: durable (fsync on), on the loopback address only, with a generated
 * password, and stopped when we stop, however we stop. One program a data directory (file lock).
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "consilium";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final FileChannel lock;
    private final int port;
    private final Secret<String> password;

    private EmbeddedPostgres(Process process, FileChannel lock, int port, Secret<String> password) {
        this.process = process;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /** Starts the cluster below {@code postgres/} of the data directory, made on the first start. */
    public static EmbeddedPostgres start(DataDirectory data, SecretStore secrets) {
        Path home = data.directory("postgres");
        try {
            FileChannel lock = lock(home);
            Path programs = PostgresBinaries.unpackInto(home);
            Secret<String> password = secrets.named("postgres");
            Path cluster = cluster(home, programs, password);
            Orphan.stop(cluster);
            int port = freePort();
            Process process = Launch.start(command(programs, cluster, port), home.resolve("postgres.log"));
            EmbeddedPostgres postgres = new EmbeddedPostgres(process, lock, port, password);
            postgres.awaitReady(home.resolve("postgres.log"));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL cannot use " + home, e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public Secret<String> password() {
        return password;
    }

    /** Creates the database unless it is there. */
    public void ensureDatabase(String name) {
        try (Connection connection = connect();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                create.execute("create database \"" + name.replace("\"", "") + "\"");
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The database cannot be created.", e);
        }
    }

    /** Fast shutdown (SIGINT): sessions are cut, everything is written, then the program ends. */
    @Override
    public void close() {
        try {
            Orphan.interrupt(process.pid());
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), USER, password.reveal());
    }

    private void awaitReady(Path log) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause();
            }
        }
        process.destroyForcibly();
        throw new EmbeddedPostgresException(Launch.explain(log));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new EmbeddedPostgresException("Another Consilium is running on the data directory " + home.getParent()
                    + ". Stop it first, or give this one a data directory of its own (CONSILIUM_DATA_DIRECTORY).");
        }
        return channel;
    }

    /** Made beside and moved into place, so that a crash in the middle leaves nothing that looks finished. */
    private static Path cluster(Path home, Path programs, Secret<String> password) throws IOException {
        Path cluster = home.resolve("data");
        if (Files.exists(cluster)) {
            return cluster;
        }
        Path fresh = home.resolve("data.init");
        deleteTree(fresh);
        Path passwordFile = Files.writeString(home.resolve("password.init"), password.reveal());
        try {
            Launch.run(
                    List.of(
                            programs.resolve("bin/initdb").toString(),
                            "-D",
                            fresh.toString(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "-E",
                            "UTF8",
                            "--locale=C"),
                    home.resolve("postgres.log"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        return cluster;
    }

    private static List<String> command(Path programs, Path cluster, int port) {
        return List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "timezone=UTC",
                "-c",
                "max_connections=100",
                "-c",
                "shared_buffers=64MB");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
