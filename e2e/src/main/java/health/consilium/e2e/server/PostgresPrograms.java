package health.consilium.e2e.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs, which each new server would unpack for itself: the first one's are lent to those after it. */
final class PostgresPrograms {
    private static final String KEPT = "postgres-programs";

    private PostgresPrograms() {}

    /** Before the first start of a server, whose folder {@code home} is. */
    static void lend(Path servers, Path home) throws IOException {
        Path kept = servers.resolve(KEPT);
        if (Files.notExists(kept)) {
            return;
        }
        try (Stream<Path> versions = Files.list(kept)) {
            for (Path programs : versions.toList()) {
                Path postgres = Files.createDirectories(home.resolve("data").resolve("postgres"));
                Files.createSymbolicLink(postgres.resolve(programs.getFileName()), programs);
            }
        }
    }

    /** After it. Two programs may do so at once: what the first one kept stays. */
    static void keep(Path servers, Path home) throws IOException {
        if (Files.exists(servers.resolve(KEPT))) {
            return;
        }
        Path copy = Files.createTempDirectory(servers, ".programs");
        try (Stream<Path> found = Files.list(home.resolve("data").resolve("postgres"))) {
            List<Path> programs = found.filter(
                            path -> path.getFileName().toString().startsWith("programs"))
                    .toList();
            for (Path version : programs) {
                copy(version, copy.resolve(version.getFileName()));
            }
        }
        try {
            Files.move(copy, servers.resolve(KEPT), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            // Whoever was faster has kept the same; which exception says so is the file system's business.
            if (Files.notExists(servers.resolve(KEPT))) {
                throw another;
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
