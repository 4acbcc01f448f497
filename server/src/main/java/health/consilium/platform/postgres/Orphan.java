package health.consilium.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that an earlier, killed run may have left behind. We hold the lock, so it is nobody else's. */
final class Orphan {
    private Orphan() {}

    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> postmaster = postmaster(cluster);
        if (postmaster.isEmpty()) {
            return;
        }
        interrupt(postmaster.get().pid());
        CompletableFuture<ProcessHandle> gone = postmaster.get().onExit();
        try {
            gone.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            postmaster.get().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** PostgreSQL's fast shutdown is SIGINT, which Java cannot send by itself. */
    static void interrupt(long pid) throws IOException {
        try {
            new ProcessBuilder(List.of("kill", "-INT", String.valueOf(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first line of postmaster.pid names the process; it may since belong to another program, so look at it. */
    static Optional<ProcessHandle> postmaster(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readAllLines(pidFile).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(first))
                .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"));
    }
}
