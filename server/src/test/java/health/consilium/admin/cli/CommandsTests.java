package health.consilium.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.kernel.DataDirectory;
import health.consilium.recording.VerifyRecordings;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** F23, A7: commands beside a server that runs, and what they leave behind. */
@ServerTest
class CommandsTests {
    private static final String PASSPHRASE = "correct horse battery";

    @Autowired
    private DataSource source;

    @Autowired
    private DataDirectory data;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @TempDir
    private Path temp;

    private final Map<String, String> properties = new HashMap<>();

    private record Done(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    @BeforeEach
    void theServersSettings() throws IOException {
        String url;
        try (var connection = source.getConnection()) {
            url = connection.getMetaData().getURL();
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        settings(url, data.root());
        set(Passphrase.VARIABLE, PASSPHRASE);
        trail.note(AuditEntry.of(Actor.SYSTEM, Action.CHECKED, Subject.CONFIGURATION, null));
    }

    private void settings(String url, Path directory) {
        set("consilium.database.url", url);
        set("consilium.database.user", TestDatabase.postgres().user());
        set("consilium.database.password", TestDatabase.postgres().password().reveal());
        set("consilium.data.directory", directory.toString());
        set("consilium.mode", "demo");
    }

    private void set(String name, String value) {
        properties.put(name, value);
        System.setProperty(name, value);
    }

    @AfterEach
    void forget() {
        properties.keySet().forEach(System::clearProperty);
    }

    private static Done run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Commands.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Done(exit, out.toString(), err.toString());
    }

    @Test
    @DisplayName("A7: doctor lists every check; what is broken is found (1), and the same is there as JSON")
    void doctor() throws IOException {
        Files.createDirectories(data.root().resolve("secrets"));
        Path open = Files.writeString(data.root().resolve("secrets").resolve("forgotten"), "x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Done found = run("doctor");
        assertThat(found.exit).as(found.err).isEqualTo(1);
        assertThat(found.out).contains("BROKEN", "secrets/forgotten", "chmod", "database", "PostgreSQL");
        Files.delete(open);
        Done json = run("doctor", "--json");
        assertThat(json.json().findValuesAsString("name"))
                .contains(
                        "database",
                        "migrations",
                        "disk",
                        "secrets",
                        "tls",
                        "clock",
                        "mode",
                        "backup",
                        "mail",
                        "payment",
                        "address");
        assertThat(json.json().findValuesAsString("name")).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("S29: verify-audit beside the running server; a changed entry is found (1) and named")
    void verifyAudit() {
        Done whole = run("verify-audit", "--json");
        assertThat(whole.exit).as(whole.err).isZero();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Map<String, @Nullable Object> first = jdbc.queryForMap("select * from audit_entry where number = 1");
        try {
            guardless(jdbc, "update audit_entry set role = 'FORGED' where number = 1");
            Done changed = run("verify-audit");
            assertThat(changed.exit).isEqualTo(1);
            assertThat(changed.out).contains("entry 1: CHANGED");
        } finally {
            guardless(jdbc, "update audit_entry set role = '" + first.get("role") + "' where number = 1");
        }
        assertThat(run("verify-audit").exit).isZero();
    }

    private static void guardless(JdbcTemplate jdbc, String sql) {
        jdbc.execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }

    @Test
    @DisplayName("S25: retention --dry-run says what is due and deletes nothing; retention deletes it, once")
    void retention() {
        UUID old = UUID.randomUUID();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update(
                "insert into chat_message (id, key, consultation, sender, body, sent_at)"
                        + " values (?, ?, ?, ?, 'x', now() - interval '3651 days')",
                old,
                old,
                old,
                old);
        Done dry = run("retention", "--dry-run", "--json");
        assertThat(dry.exit).as(dry.err).isZero();
        assertThat(dry.json().findValuesAsString("kind")).contains("chat", "files", "visits");
        assertThat(run("retention", "--dry-run").out).containsPattern("chat +[1-9][0-9]* due, older than 3650 days");
        assertThat(count(jdbc, old)).isOne();
        assertThat(run("retention").out).containsPattern("chat +[1-9][0-9]* deleted");
        assertThat(count(jdbc, old)).isZero();
        assertThat(run("retention").out).containsPattern("chat +0 deleted");
    }

    @Test
    @DisplayName("A7: users: made with a link that works once, listed, switched off; what cannot be is said (2)")
    void users() {
        String email = UUID.randomUUID() + "@clinic.example";
        Done made = run("users", "create", email, "--role", "DOCTOR", "--name", "Dr Test", "--json");
        assertThat(made.exit).as(made.err).isZero();
        assertThat(made.json().path("link").asString()).contains("/password#");
        assertThat(made.json().path("account").path("hasPassword").asBoolean()).isFalse();
        assertThat(run("users", "create", email, "--role", "ADMIN", "--name", "x").err)
                .contains("Another account has this email");
        assertThat(run("users", "disable", email).out).startsWith("off");
        assertThat(run("users", "list", "--role", "DOCTOR").out).contains(email);
        assertThat(run("users").exit).isEqualTo(2);
    }

    private static int count(JdbcTemplate jdbc, UUID message) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from chat_message where id = ?", Integer.class, message));
    }

    @Test
    @DisplayName("what cannot be done ends with 2 and words; an unknown command, too; help ends with 0")
    void exits() {
        Done nowhere = run("restore", temp.resolve("nothing").toString());
        assertThat(nowhere.exit).isEqualTo(2);
        assertThat(run("dance").exit).isEqualTo(2);
        assertThat(run().exit).isEqualTo(2);
        Done help = run("backup", "--help");
        assertThat(help.exit).isZero();
        assertThat(help.out).contains("Usage: consilium backup", Passphrase.VARIABLE);
        assertThat(run("--help").out)
                .contains(
                        "doctor",
                        "verify-audit",
                        "verify-recordings",
                        "turn-check",
                        "restore",
                        "retention",
                        "rotate-keys",
                        "users");
    }

    @Test
    @DisplayName(
            "F23: backup → empty machine → restore: the same rows, the same files, the chain whole, recordings readable")
    void backupAndRestore() throws IOException {
        UUID recording = recorded();
        Path file = temp.resolve("clinic.backup");
        Done backup = run("backup", file.toString(), "--json");
        assertThat(backup.exit).as(backup.err).isZero();
        assertThat(backup.json().path("files").asLong()).isPositive();
        assertThat(run("backup", file.toString()).exit)
                .as("writes over nothing")
                .isEqualTo(2);
        Map<String, String> before = rows(new JdbcTemplate(source));

        String fresh = TestDatabase.postgres().jdbcUrl(TestDatabase.fresh());
        Path root = temp.resolve("restored");
        settings(fresh, root);
        set(Passphrase.VARIABLE, "another horse battery");
        Done wrong = run("restore", file.toString());
        assertThat(wrong.exit).isEqualTo(2);
        assertThat(wrong.err).contains("passphrase");
        set(Passphrase.VARIABLE, PASSPHRASE);
        Done restore = run("restore", file.toString());
        assertThat(restore.exit).as(restore.err).isZero();

        JdbcTemplate there = new JdbcTemplate(new DriverManagerDataSource(
                fresh,
                TestDatabase.postgres().user(),
                TestDatabase.postgres().password().reveal()));
        assertThat(rows(there)).isEqualTo(before);
        assertThat(run("verify-audit").exit).isZero();
        assertThat(VerifyRecordings.run(false, VerifyRecordings.NAME))
                .as("recording " + recording)
                .isZero();
        assertThat(Files.getPosixFilePermissions(root.resolve("secrets/recordings-1")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(run("rotate-keys", "dance").exit).isEqualTo(2);
        Done turned = run("rotate-keys", "--json");
        assertThat(turned.exit).as(turned.err).isZero();
        assertThat(turned.json().findValuesAsString("key"))
                .containsExactly("prescriptions", "recordings", "second-factors", "webhooks");
        assertThat(there.queryForObject(
                        "select master from recording_key where recording = ?", String.class, recording))
                .isEqualTo("recordings-1-2");
        assertThat(VerifyRecordings.run(false, VerifyRecordings.NAME))
                .as("under the new key")
                .isZero();
        assertThat(root.resolve("secrets/recordings-1"))
                .as("older keys stay: they open what a backup holds")
                .exists();
        assertThat(run("verify-audit").exit).isZero();
        Done again = run("restore", file.toString());
        assertThat(again.exit).isEqualTo(2);
        assertThat(again.err).contains("not empty");
    }

    @Test
    @DisplayName("a backup that was changed or cut off is refused, and shows nothing to whoever has no passphrase")
    void sealed() throws IOException {
        Path file = temp.resolve("clinic.backup");
        assertThat(run("backup", file.toString()).exit).isZero();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("begin.json", "identity_account");
        settings(TestDatabase.postgres().jdbcUrl(TestDatabase.fresh()), temp.resolve("empty"));
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        assertThat(run("restore", file.toString()).exit).isEqualTo(2);
        settings(TestDatabase.postgres().jdbcUrl(TestDatabase.fresh()), temp.resolve("empty2"));
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1_000));
        assertThat(run("restore", file.toString()).exit).isEqualTo(2);
    }

    private UUID recorded() {
        Two two = recordedCalls.bothAreHere();
        UUID recording = recordedCalls.records(two);
        int take = recordedCalls.takes(two, recording);
        byte[] first = SyntheticWebm.ofSeconds(1, 100).getFirst();
        recordedCalls.keeps(two, recording, take, 0, true, clock.instant(), clock.instant(), first);
        return recording;
    }

    /** Of every table a digest of all its rows; what a running server counts up by itself is left out. */
    private static Map<String, String> rows(JdbcTemplate jdbc) {
        Map<String, String> all = new TreeMap<>();
        JdbcClient client = JdbcClient.create(jdbc);
        List<String> tables = client.sql(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'")
                .query((row, n) -> row.getString(1))
                .list();
        for (String table : tables) {
            if (Stream.of("scheduled_tasks", "flyway_schema_history", "event_publication")
                    .noneMatch(table::equals)) {
                all.put(
                        table,
                        client.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')"
                                                + " from \"" + table + "\" t")
                                .query(String.class)
                                .single());
            }
        }
        return all;
    }
}
