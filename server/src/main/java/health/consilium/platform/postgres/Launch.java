package health.consilium.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts PostgreSQL's programs so that they never outlive us, and also as root.
 *
 * <p>PostgreSQL refuses to run as root. A new user namespace without a mapping (unshare -U) gives it another user id and
 * leaves the files where they are. The kernel sends SIGINT, PostgreSQL's fast shutdown, when the <em>thread</em> that
 * started it ends (prctl(2), PR_SET_PDEATHSIG): hence one thread that lives as long as the program.
 */
final class Launch {
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("postgres-starter").factory());

    private Launch() {}

    static Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(wrapped(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            return STARTER.submit(builder::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting PostgreSQL", e);
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + command.getFirst(), e.getCause());
        }
    }

    /** Runs to the end; throws with the end of the log when the program is not content. */
    static void run(List<String> command, Path log) throws IOException {
        Process process = start(command, log);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new EmbeddedPostgresException(explain(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What to tell the operator when PostgreSQL does not start. */
    static String explain(Path log) {
        return "The embedded PostgreSQL does not start. "
                + (isRoot()
                        ? "Running as root needs user namespaces and the program unshare (of util-linux). Start Consilium as an"
                                + " ordinary user, or"
                        : "Check the disk and the permissions of the data directory, or")
                + " install PostgreSQL 15 or newer and set CONSILIUM_DATABASE_URL. Its log: " + log;
    }

    private static List<String> wrapped(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("unshare", "-U"));
        }
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            all.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "INT"));
        }
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
