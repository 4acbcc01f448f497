package health.consilium.admin.backup;

import health.consilium.admin.backup.Contents.Begin;
import health.consilium.admin.backup.Contents.End;
import health.consilium.kernel.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup into an empty data directory and an empty database. It writes over nothing. */
public final class Restore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataDirectory data;
    private final Supplier<DataSource> database;

    /** @param database asked for when the secrets are in place: the embedded one is made with them */
    public Restore(DataDirectory data, Supplier<DataSource> database) {
        this.data = data;
        this.database = database;
    }

    /** @throws IOException with words for people */
    public Contents.Summary read(Path backup, char[] passphrase) throws IOException, SQLException {
        refuseUnlessEmpty();
        try (InputStream file = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(Seal.from(file, passphrase))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(Contents.BEGIN)) {
                throw new IOException("this backup was changed");
            }
            Begin begin = JSON.readValue(zip.readAllBytes(), Begin.class);
            if (begin.format() != Contents.FORMAT) {
                throw new IOException("this backup comes from another version of Consilium");
            }
            long files = 0;
            ZipEntry entry = zip.getNextEntry();
            for (; entry != null && entry.getName().startsWith(Contents.FILES); entry = zip.getNextEntry()) {
                file(entry.getName().substring(Contents.FILES.length()), zip);
                files++;
            }
            long rows = tables(begin, zip, entry);
            return new Contents.Summary(begin.at(), begin.tables().size(), rows, files);
        }
    }

    private void refuseUnlessEmpty() throws IOException {
        if (Files.notExists(data.root())) {
            return;
        }
        try (Stream<Path> there = Files.list(data.root())) {
            if (there.findAny().isPresent()) {
                throw new IOException("the data directory " + data.root()
                        + " is not empty. Give an empty one (CONSILIUM_DATA_DIRECTORY), or move away what is there");
            }
        }
    }

    private void file(String name, InputStream content) throws IOException {
        Path target = data.root().resolve(name).normalize();
        if (!target.startsWith(data.root())) {
            throw new IOException("this backup was changed");
        }
        Path folder = data.root();
        for (Path part : data.root().relativize(target.getParent())) {
            folder = part.toString().isEmpty() ? folder : new DataDirectory(folder).directory(part.toString());
        }
        Files.copy(content, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    }

    /** All of it or nothing. */
    private long tables(Begin begin, ZipInputStream zip, @Nullable ZipEntry first) throws IOException, SQLException {
        DataSource source = database.get();
        refuseUnlessEmpty(source);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Tables tables = new Tables(connection);
            if (!tables.migrations().equals(begin.migrations())) {
                throw new IOException("this backup comes from another version of Consilium. Restore it with the version"
                        + " that made it, then start the newer one");
            }
            tables.empty();
            Map<String, Long> rows = new HashMap<>();
            for (ZipEntry entry = first; entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Contents.END)) {
                    finish(tables, rows, JSON.readValue(zip.readAllBytes(), End.class));
                    connection.commit();
                    return rows.values().stream().mapToLong(Long::longValue).sum();
                }
                String table = entry.getName().substring(Contents.TABLES.length());
                List<String> columns = begin.tables().getOrDefault(table, List.of());
                rows.put(table, tables.read(table, columns, zip));
            }
            throw new IOException("this backup was cut off");
        }
    }

    private static void refuseUnlessEmpty(DataSource source) throws IOException, SQLException {
        try (Connection connection = source.getConnection()) {
            if (!new Tables(connection).columns().isEmpty()) {
                throw new IOException("the database is not empty");
            }
        }
    }

    private static void finish(Tables tables, Map<String, Long> rows, End end) throws IOException, SQLException {
        if (!rows.equals(end.rows())) {
            throw new IOException("this backup was changed: rows are missing");
        }
        for (Map.Entry<String, Long> sequence : end.sequences().entrySet()) {
            tables.move(sequence.getKey(), sequence.getValue());
        }
    }
}
