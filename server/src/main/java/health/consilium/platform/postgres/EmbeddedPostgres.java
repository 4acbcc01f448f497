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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that belongs to this program: durable (fsync on), on the loopback address only, with a generated
 * password, and stopped when we stop, however we stop. One program a data directory (file lock).
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "consilium";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final List<String> command;
    private final Path output;
    private final FileChannel lock;
    private final int port;
    private final Secret<String> password;
    private volatile boolean closing;
    private volatile Process process;

    private EmbeddedPostgres(List<String> command, Path output, FileChannel lock, int port, Secret<String> password)
            throws IOException {
        this.command = command;
        this.output = output;
        this.lock = lock;
        this.port = port;
        this.password = password;
        this.process = Launch.start(command, output);
    }

    /** Starts the cluster below {@code postgres/} of the data directory, made on the first start. */
    public static EmbeddedPostgres start(DataDirectory data, SecretStore secrets) {
        Path home = data.directory("postgres");
        Path output = home.resolve("postgres.log");
        try {
            FileChannel lock = lock(home);
            try {
                return start(home, output, secrets, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException(Launch.explain(output), e);
        }
    }

    private static EmbeddedPostgres start(Path home, Path output, SecretStore secrets, FileChannel lock)
            throws IOException {
        Path programs = PostgresBinaries.unpackInto(home);
        refuseWithoutPassword(home, secrets);
        Secret<String> password = secrets.named("postgres");
        Path cluster = cluster(home, programs, password);
        Orphan.stop(cluster);
        int port = freePort();
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(command(programs, cluster, port), output, lock, port, password);
        postgres.awaitReady();
        postgres.watch();
        return postgres;
    }

    /** A new one would not open the cluster that is there. */
    private static void refuseWithoutPassword(Path home, SecretStore secrets) {
        if (Files.exists(home.resolve("data")) && !secrets.has("postgres")) {
            throw new EmbeddedPostgresException("The file secrets/postgres is missing in " + home.getParent()
                    + ": it is the password of the database there. Put it back from the backup of secrets/.");
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
        closing = true;
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

    /** Whoever kills PostgreSQL alone, or the kernel for want of memory, takes the clinic out of work for a moment only. */
    private void watch() {
        process.onExit().thenAcceptAsync(ended -> startAgain(ended.exitValue()), EmbeddedPostgres::inThread);
    }

    private void startAgain(int exit) {
        while (!closing) {
            log.error("PostgreSQL has ended by itself (exit code {}) and is started again", exit);
            try {
                process = Launch.start(command, output);
                awaitReady();
                watch();
                return;
            } catch (IOException | EmbeddedPostgresException e) {
                log.error("PostgreSQL does not start again: {}", e.getMessage());
                pause(BETWEEN_STARTS);
            }
        }
    }

    private static void inThread(Runnable work) {
        Thread.ofPlatform().daemon().name("postgres-watch").start(work);
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause(LOOK_EVERY);
            }
        }
        process.destroyForcibly();
        throw new EmbeddedPostgresException(Launch.explain(output));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
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
