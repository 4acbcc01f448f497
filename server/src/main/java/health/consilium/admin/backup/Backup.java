package health.consilium.admin.backup;

import health.consilium.admin.backup.Contents.Begin;
import health.consilium.admin.backup.Contents.End;
import health.consilium.kernel.DataDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything into one encrypted file while the clinic works: the database as it was in one moment, and after that
 * moment the files, so that whatever the database names is there. The file appears under its name when it is whole.
 */
public final class Backup {
    private static final Set<String> NOT_KEPT = Set.of("postgres", "backup");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final DataDirectory data;
    private final Clock clock;

    public Backup(DataSource database, DataDirectory data, Clock clock) {
        this.database = database;
        this.data = data;
        this.clock = clock;
    }

    /** @throws IOException when the file is there already, or the disk is full */
    public Contents.Summary write(Path target, char[] passphrase) throws IOException, SQLException {
        refuseToOverwrite(target);
        Path fresh = Files.createTempFile(
                target.toAbsolutePath().getParent(),
                ".backup",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Contents.Summary summary;
            try (OutputStream file = Files.newOutputStream(fresh);
                    ZipOutputStream zip = new ZipOutputStream(Seal.into(file, passphrase))) {
                zip.setLevel(Deflater.BEST_SPEED);
                summary = write(zip);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(data.directory("backup").resolve("last"), summary.at() + "\n");
            return summary;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public static void refuseToOverwrite(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + " is there already and is not written over");
        }
    }

    private Contents.Summary write(ZipOutputStream zip) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Tables tables = new Tables(connection);
            Instant now = clock.instant();
            // The first question fixes the moment; the files come after it.
            Map<String, List<String>> columns = tables.columns();
            entry(zip, Contents.BEGIN, new Begin(Contents.FORMAT, now.toString(), tables.migrations(), columns));
            long files = files(zip);
            Map<String, Long> rows = new TreeMap<>();
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                zip.putNextEntry(new ZipEntry(Contents.TABLES + table.getKey()));
                rows.put(table.getKey(), tables.write(table.getKey(), table.getValue(), zip));
                zip.closeEntry();
            }
            entry(zip, Contents.END, new End(rows, tables.sequences()));
            connection.rollback();
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            return new Contents.Summary(now.toString(), columns.size(), all, files);
        }
    }

    private long files(ZipOutputStream zip) throws IOException {
        Path root = data.root();
        long[] count = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                return NOT_KEPT.contains(root.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                if (is.isRegularFile()) {
                    zip.putNextEntry(new ZipEntry(Contents.FILES + root.relativize(file)));
                    Files.copy(file, zip);
                    zip.closeEntry();
                    count[0]++;
                }
                return FileVisitResult.CONTINUE;
            }

            /** Erased in this moment. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (why instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw why;
            }
        });
        return count[0];
    }

    private static void entry(ZipOutputStream zip, String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writeValueAsBytes(value));
        zip.closeEntry();
    }
}
