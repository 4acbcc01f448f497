package health.consilium.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.audit.chain.ChainReport.Fault;
import health.consilium.kernel.DataDirectory;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** S29: the audit trail is one chain, written with what it tells of, and whoever tampers with it is found out. */
@ServerTest
class ChainTests {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private ChainStore store;

    @Autowired
    private ChainVerifier verifier;

    @Autowired
    private ExportedHead exported;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MutableClock clock;

    private final Actor doctor = new Actor(UUID.randomUUID(), "DOCTOR");
    private final UUID patient = UUID.randomUUID();

    @BeforeEach
    void threeEntries() {
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 3; i++) {
                trail.record(entry().with("version", i));
            }
        });
        exported.export();
    }

    /** What a test does to the database is undone, so that the next one begins with a whole chain. */
    @AfterEach
    void whole() {
        assertThat(verifier.verify().fault()).isNull();
    }

    private AuditEntry entry() {
        return AuditEntry.of(doctor, Action.SIGNED, Subject.PRESCRIPTION, UUID.randomUUID())
                .about(patient);
    }

    @Test
    @DisplayName("S29: an entry outside of a transaction is refused; one in a transaction that fails was never there")
    void withItsTransactionOrNotAtAll() {
        assertThatThrownBy(() -> trail.record(entry())).isInstanceOf(IllegalTransactionStateException.class);
        long before = store.head().number();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    trail.record(entry());
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(store.head().number()).isEqualTo(before);
        transaction.executeWithoutResult(status -> {
            trail.record(entry());
            status.setRollbackOnly();
        });
        assertThat(store.head().number()).isEqualTo(before);
    }

    @Test
    @DisplayName("S29: the database refuses to change, delete or truncate entries, and to move the head back")
    void appendOnly() {
        for (String sql : List.of(
                "update audit_entry set role = 'PATIENT'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "truncate audit_head",
                "update audit_head set number = number - 1",
                "update audit_head set hash = 'x'")) {
            assertThatThrownBy(() -> jdbc.execute(sql)).as(sql).hasMessageContaining("append-only");
        }
    }

    @Test
    @DisplayName("S29: 16 writers at once leave one chain without gaps")
    void oneAfterTheOther() throws Exception {
        long before = store.head().number();
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(people.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        transaction.executeWithoutResult(status -> {
                            trail.record(entry());
                            trail.record(entry());
                        });
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(store.head().number()).isEqualTo(before + 320);
        assertThat(verifier.verify().entries()).isEqualTo(before + 320);
    }

    @Test
    @DisplayName("S29: who edits, deletes, inserts or cuts off is found out, and the first such entry is named")
    void tampering() {
        long end = store.head().number();
        finds(Fault.CHANGED, end - 1, "update audit_entry set details = '{\"version\":9}' where number = " + (end - 1));
        finds(Fault.CHANGED, end - 2, "update audit_entry set actor = gen_random_uuid() where number = " + (end - 2));
        finds(Fault.CHANGED, end, "update audit_entry set at = at + interval '1 microsecond' where number = " + end);
        finds(Fault.MISSING, end - 1, "delete from audit_entry where number = " + (end - 1));
        finds(Fault.MISSING, end, "delete from audit_entry where number = " + end);
        finds(
                Fault.CHANGED,
                end + 1,
                "insert into audit_entry select number + 1, at, actor, role, action, subject, subject_id, patient, details,"
                        + " hash from audit_entry where number = " + end);
    }

    @Test
    @DisplayName(
            "S29: a chain cut off with its head moved back, or written anew, is found out by the head kept outside")
    void theHeadOutside() {
        long end = store.head().number();
        Link before = store.find(end - 1).orElseThrow();
        Link last = store.find(end).orElseThrow();
        finds(
                Fault.MISSING,
                end,
                "delete from audit_entry where number = " + end,
                "update audit_head set number = %d, hash = '%s'".formatted(end - 1, before.hash()));
        Link anew = new Link(
                        end,
                        last.at(),
                        null,
                        "SYSTEM",
                        last.action(),
                        last.subject(),
                        last.subjectId(),
                        last.patient(),
                        last.details(),
                        "")
                .after(before.hash());
        finds(
                Fault.REWRITTEN,
                end,
                "update audit_entry set actor = null, role = 'SYSTEM', hash = '%s' where number = %d"
                        .formatted(anew.hash(), end),
                "update audit_head set hash = '" + anew.hash() + "'");
    }

    /** As somebody who owns the database can: without its guards. */
    private void finds(Fault fault, long number, String... sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            for (String one : sql) {
                jdbc.execute(one);
            }
            assertThat(jdbc.queryForObject("select count(*) from audit_entry", Long.class))
                    .isNotNull();
            ChainReport found = verifier.inThisTransaction();
            assertThat(found.fault()).as(String.join("; ", sql)).isEqualTo(fault);
            assertThat(found.number()).as(String.join("; ", sql)).isEqualTo(number);
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName(
            "S29: a head that somebody else wrote is found out, and is not written over while the chain does not hold it")
    void aForgedHead() throws IOException {
        Path file = data.root().resolve("audit/audit-head.json");
        String genuine = Files.readString(file);
        Files.writeString(file, genuine.replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000"));
        assertThat(verifier.verify().fault()).isEqualTo(Fault.HEAD_FORGED);
        String forged = Files.readString(file);
        transaction.executeWithoutResult(status -> trail.record(entry()));
        exported.export();
        assertThat(Files.readString(file)).isEqualTo(forged);
        Files.writeString(file, genuine);
        exported.export();
        assertThat(Files.readString(file)).contains("\"number\":" + store.head().number());
    }

    @Test
    @DisplayName(
            "U29: a look is one entry for 15 minutes, of the same person at the same thing; at one's own it is none")
    void looks() {
        AuditEntry look = AuditEntry.of(doctor, Action.VIEWED, Subject.CHAT, UUID.randomUUID())
                .about(patient);
        long before = store.head().number();
        trail.seen(look);
        trail.seen(look);
        assertThat(store.head().number()).isEqualTo(before + 1);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        trail.seen(look);
        assertThat(store.head().number()).isEqualTo(before + 1);
        clock.advance(Duration.ofMillis(1));
        trail.seen(look);
        assertThat(store.head().number()).isEqualTo(before + 2);
        trail.seen(AuditEntry.of(new Actor(patient, "PATIENT"), Action.VIEWED, Subject.CHAT, UUID.randomUUID())
                .about(patient));
        assertThat(store.head().number()).isEqualTo(before + 2);
    }

    @Test
    @DisplayName("S30: an entry takes no free text")
    void noFreeText() {
        assertThatThrownBy(() -> entry().with("reason", "chest pain since Monday"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("chest");
        assertThatThrownBy(() -> AuditEntry.of(doctor, Action.VIEWED, Subject.FILE, "x ray.png"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S29: the canonical form stays as it is for ever: entries of today must verify in ten years")
    void canonicalForm() {
        Link link = new Link(
                7,
                java.time.Instant.parse("2030-01-07T09:00:00.5Z"),
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "DOCTOR",
                "VIEWED",
                "CHAT",
                "a-1",
                null,
                "{\"count\":3}",
                "");
        assertThat(link.hashAfter(Link.NOTHING))
                .isEqualTo("a9bcd6154e8b228cdbca1b76c65ec57ed84f4f6ef06ccb6c4997126cb92890c2");
    }
}
