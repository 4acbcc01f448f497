package health.consilium.platform.postgres;

import health.consilium.kernel.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Finds the embedded PostgreSQL of a server that runs on the same data directory, for commands beside it. */
public final class Beside {
    private static final int LINE_OF_PORT = 3;

    private Beside() {}

    /** Its port on the loopback address; empty when no server runs there. */
    public static OptionalInt port(DataDirectory data) {
        Path cluster = data.root().resolve("postgres").resolve("data");
        try {
            if (Orphan.postmaster(cluster).isEmpty()) {
                return OptionalInt.empty();
            }
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() > LINE_OF_PORT
                    ? OptionalInt.of(Integer.parseInt(lines.get(LINE_OF_PORT).strip()))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
