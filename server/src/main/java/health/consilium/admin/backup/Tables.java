package health.consilium.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of a database, by PostgreSQL's own COPY: exact for every type, and without its programs. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** With the columns that hold something of their own, in order; without the list of migrations. */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select c.table_name, c.column_name from information_schema.columns c"
                                + " join information_schema.tables t using (table_schema, table_name)"
                                + " where table_schema = 'public' and t.table_type = 'BASE TABLE'"
                                + " and c.is_generated = 'NEVER' order by c.table_name, c.ordinal_position")) {
            while (row.next()) {
                if (!row.getString(1).equals(HISTORY)) {
                    all.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return all;
    }

    List<String> migrations() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select coalesce(version, script) || ' ' || coalesce(checksum, 0)"
                                + " from flyway_schema_history where success order by version, script")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> all = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = 'public' and last_value is not null")) {
            while (row.next()) {
                all.put(row.getString(1), row.getLong(2));
            }
        }
        return all;
    }

    long write(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        return copy().copyOut("copy " + named(table, columns) + " to stdout", out);
    }

    /** What the migrations put in, too. Guards and references are off: what comes was whole when it was written. */
    void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            List<String> all = columns().keySet().stream().map(Tables::quoted).toList();
            statement.execute("truncate " + String.join(", ", all));
        }
    }

    long read(String table, List<String> columns, InputStream in) throws SQLException, IOException {
        return copy().copyIn("copy " + named(table, columns) + " from stdin", in);
    }

    void move(String sequence, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, quoted(sequence));
            statement.setLong(2, to);
            statement.execute();
        }
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static String named(String table, List<String> columns) {
        return quoted(table) + " ("
                + String.join(", ", columns.stream().map(Tables::quoted).toList()) + ")";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
