package health.consilium.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.admin.RetentionProperties;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditTrail;
import health.consilium.identity.Role;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.RetentionRule;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** A7, S25: what is kept only for a while goes when its time is over, not a millisecond sooner, and the trail says how much. */
@ServerTest
class RetentionTests {
    private static final Duration CHAT = Duration.ofDays(3_650);

    @LocalServerPort
    private int port;

    @Autowired
    private RetentionRuns runs;

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clinic clinic;

    @Autowired
    private MutableClock clock;

    /** Each kind with one thing of it: what is put in, by its id and its time, and how many are there. */
    enum Kept {
        CHAT("chat", 3_650, "select count(*) from chat_message where id = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql(
                        "insert into chat_message (id, key, consultation, sender, body, sent_at) values (?, ?, ?, ?, 'x', ?)",
                        id,
                        id,
                        id,
                        id,
                        at);
            }
        },
        FILES("files", 3_650, "select count(*) from chat_attachment where id = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql("insert into chat_attachment values (?, ?, ?, 'a.png', 'image/png', 9, ?)", id, id, id, at);
            }
        },
        CALL_EVENTS("call-events", 1_095, "select count(*) from consultation_log where consultation = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql(
                        "insert into consultation_consultation (id, appointment, patient, doctor, starts_at, ends_at, phase,"
                                + " ended_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, 'ENDED', ?, ?, ?)",
                        id,
                        UUID.randomUUID(),
                        id,
                        id,
                        at,
                        at,
                        at,
                        at,
                        at);
                test.sql("insert into consultation_log values (?, 1, ?, 'OPENED', null, '')", id, at.minusHours(1));
            }
        },
        STAYS("call-events", 1_095, "select count(*) from conferencing_stay where consultation = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql(
                        "insert into conferencing_room (consultation, appointment, provider, name, url, opens_at, ends_at, closed_at)"
                                + " values (?, ?, 'x', ?::text, 'x', ?, ?, ?)",
                        id,
                        id,
                        id,
                        at,
                        at,
                        at);
                test.sql("insert into conferencing_stay values (?, 'x', ?, ?, ?)", id, id, at, at);
            }
        },
        QUALITY("quality-samples", 90, "select count(*) from quality_samples where consultation = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql("insert into quality_samples values (?, ?, ?" + ", '{}'".repeat(26) + ")", id, id, at);
            }
        },
        MESSAGES("messages", 180, "select count(*) from notification_message where id = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql(
                        "insert into notification_message (id, kind, appointment, subject, revision, person, channel, lane,"
                                + " state, next_at, expires_at, created_at, settled_at)"
                                + " values (?, 'RECEIPT', ?, ?, 0, ?, 'MAIL', 'x', 'SENT', ?, ?, ?, ?)",
                        id,
                        id,
                        id,
                        id,
                        at,
                        at,
                        at,
                        at);
            }
        },
        MAILS("mails", 30, "select count(*) from notification_mailbox where id = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql("insert into notification_mailbox values (?, ?, ?, '')", id, id, at);
            }
        },
        VISITS("visits", 30, "select count(*) from care_visit where appointment = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                test.sql(
                        "insert into care_visit (appointment, patient, address, ends_at, stated_at) values (?, ?, 'x', ?, ?)",
                        id,
                        id,
                        at,
                        at);
            }
        },
        WEBHOOKS("webhooks", 30, "select count(*) from webhook_delivery where id = ?") {
            @Override
            void put(RetentionTests test, UUID id, OffsetDateTime at) {
                delivery(test, id, at, "FAILED");
            }
        };

        private final String kind;
        private final Duration kept;
        private final String there;

        Kept(String kind, int days, String there) {
            this.kind = kind;
            this.kept = Duration.ofDays(days);
            this.there = there;
        }

        abstract void put(RetentionTests test, UUID id, OffsetDateTime at);
    }

    /** Others read these tables, and would wonder. */
    @AfterEach
    void nothingMadeUpStays() {
        jdbc.sql("delete from notification_mailbox where mime = ''").update();
        jdbc.sql("delete from notification_message where lane = 'x'").update();
        jdbc.sql("delete from consultation_log where consultation in"
                        + " (select id from consultation_consultation where patient = doctor)")
                .update();
        jdbc.sql("delete from consultation_consultation where patient = doctor").update();
        jdbc.sql("delete from conferencing_room where provider = 'x'").update();
        jdbc.sql("delete from webhook_endpoint where url = 'https://a.example'").update();
    }

    private static void delivery(RetentionTests test, UUID id, OffsetDateTime at, String status) {
        test.sql(
                "insert into webhook_endpoint (id, url, description, events, state, created_at, created_by)"
                        + " values (?, 'https://a.example', '', '{}', 'OFF', ?, ?)",
                id,
                at,
                id);
        test.sql(
                "insert into webhook_delivery (id, endpoint, event, type, body, status, created_at, give_up_at, next_at)"
                        + " values (?, ?, ?, 't', '{}', ?, ?, ?, ?)",
                id,
                id,
                id,
                status,
                at,
                at,
                at);
    }

    private void sql(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private OffsetDateTime aged(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }

    private static Aged of(List<Aged> all, String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each kind goes one millisecond after its time; a dry run says how many and changes nothing")
    void edges(Kept one) {
        UUID over = UUID.randomUUID();
        UUID exact = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        runs.run(Actor.SYSTEM);
        one.put(this, over, aged(one.kept.plusMillis(1)));
        one.put(this, exact, aged(one.kept));
        one.put(this, young, aged(one.kept.minusMillis(1)));
        Aged due = of(runs.due(), one.kind);
        assertThat(due.count()).isOne();
        assertThat(due.before()).isEqualTo(clock.instant().minus(one.kept));
        assertThat(count(one.there, over)).as("a dry run deletes nothing").isOne();
        assertThat(of(runs.run(Actor.SYSTEM), one.kind).count()).isOne();
        assertThat(List.of(count(one.there, over), count(one.there, exact), count(one.there, young)))
                .containsExactly(0, 1, 1);
        assertThat(of(runs.run(Actor.SYSTEM), one.kind).count()).as("again").isZero();
    }

    @Test
    @DisplayName("every run leaves one entry in the trail, with the number of each kind that went and who did it")
    void audited() {
        runs.run(Actor.SYSTEM);
        int before = entries();
        Kept.CHAT.put(this, UUID.randomUUID(), aged(CHAT.plusDays(1)));
        Kept.CALL_EVENTS.put(this, UUID.randomUUID(), aged(Duration.ofDays(1_100)));
        runs.due();
        assertThat(entries()).isEqualTo(before);
        runs.run(Actor.OPERATOR);
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(jdbc.sql(
                                "select role || ' ' || action || ' ' || details from audit_entry where subject = 'RETENTION'"
                                        + " order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("OPERATOR DELETED {\"callEvents\":1,\"chat\":1,\"rows\":2}");
    }

    private int entries() {
        return jdbc.sql("select count(*) from audit_entry where subject = 'RETENTION'")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("with a file its bytes go, and what was said beside it stays until it is old itself")
    void files() throws IOException {
        UUID id = UUID.randomUUID();
        Path file = Files.writeString(data.directory("attachments").resolve(id.toString()), "x");
        Kept.FILES.put(this, id, aged(CHAT.plusMillis(1)));
        sql(
                "insert into chat_message (id, key, consultation, sender, body, attachment, sent_at)"
                        + " values (?, ?, ?, ?, 'said', ?, ?)",
                id,
                id,
                id,
                id,
                id,
                aged(CHAT));
        runs.run(Actor.SYSTEM);
        assertThat(file).doesNotExist();
        assertThat(count("select count(*) from chat_message where attachment is null and body = 'said' and id = ?", id))
                .isOne();
    }

    @Test
    @DisplayName(
            "what is still on its way stays, however old: deliveries that are tried, messages that nobody has read")
    void underWay() {
        UUID id = UUID.randomUUID();
        delivery(this, id, aged(Duration.ofDays(99)), "PENDING");
        Kept.MESSAGES.put(this, id, aged(Duration.ofDays(999)));
        sql("update notification_message set channel = 'APP' where id = ?", id);
        runs.run(Actor.SYSTEM);
        assertThat(count(Kept.WEBHOOKS.there, id)).isOne();
        assertThat(count(Kept.MESSAGES.there, id)).isOne();
        sql("delete from webhook_delivery where id = ?", id);
        sql("delete from notification_message where id = ?", id);
    }

    @Test
    @DisplayName("a kind that fails takes back only itself, and the trail names it")
    void oneFails() {
        UUID old = UUID.randomUUID();
        Kept.CHAT.put(this, old, aged(CHAT.plusDays(1)));
        RetentionRule breaks = new RetentionRule() {
            @Override
            public String kind() {
                return "mails";
            }

            @Override
            public int due(Instant before) {
                return 1;
            }

            @Override
            public int delete(Instant before) {
                sql("update chat_message set body = 'broken' where id = ?", old);
                return jdbc.sql("select nothing").query(Integer.class).single();
            }
        };
        List<RetentionRule> both = List.of(
                breaks,
                rules.stream()
                        .filter(rule -> rule.kind().equals("files"))
                        .findFirst()
                        .orElseThrow());
        RetentionRuns some = new RetentionRuns(both, kept(CHAT), trail, transactions, clock);
        List<Aged> done = some.run(Actor.SYSTEM);
        assertThat(of(done, "mails").failed()).isTrue();
        assertThat(of(done, "files").failed()).isFalse();
        assertThat(count("select count(*) from chat_message where body = 'x' and id = ?", old))
                .isOne();
        assertThat(jdbc.sql("select details from audit_entry where subject = 'RETENTION' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"mails\":\"FAILED\"");
    }

    @Test
    @DisplayName("0 keeps for ever; less than a day is refused with the name of the setting")
    void settings() {
        Kept.CHAT.put(this, UUID.randomUUID(), aged(CHAT.plusDays(1)));
        Aged chat = of(new RetentionRuns(rules, kept(Duration.ZERO), trail, transactions, clock).due(), "chat");
        assertThat(chat.keptDays()).isNull();
        assertThat(chat.count()).isZero();
        assertThat(kept(Duration.ofDays(1)).of("chat")).contains(Duration.ofDays(1));
        assertThatThrownBy(() -> kept(Duration.ofDays(1).minusMillis(1)))
                .hasMessageContaining("consilium.retention.chat is PT23H59M59.999S");
        assertThatThrownBy(() -> kept(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static RetentionProperties kept(Duration chat) {
        Duration day = Duration.ofDays(30);
        return new RetentionProperties(chat, CHAT, day, day, day, day, day, day);
    }

    @Test
    @DisplayName("A7: the clinic sees how long what is kept, what is due, and what is kept for ever and why")
    void page() {
        runs.run(Actor.SYSTEM);
        Kept.VISITS.put(this, UUID.randomUUID(), aged(Duration.ofDays(31)));
        JsonNode shown = new Http(port)
                .send(
                        "GET",
                        "/api/v1/admin/retention",
                        clinic.somebody(Role.ADMIN).token(),
                        null)
                .data();
        assertThat(shown.path("aged").findValuesAsString("kind"))
                .containsExactly(
                        "call-events", "chat", "files", "mails", "messages", "quality-samples", "visits", "webhooks");
        for (JsonNode one : shown.path("aged")) {
            assertThat(one.path("count").asInt())
                    .as(one.toString())
                    .isEqualTo(one.path("kind").asString().equals("visits") ? 1 : 0);
        }
        assertThat(shown.path("forever").findValuesAsString("kind")).contains("audit", "prescriptions", "payments");
        assertThat(shown.path("recordingDays").asInt()).isPositive();
    }
}
