package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.vault.Vault;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** R1, R7: what people read before they agreed is what is done, at any time after, whatever the clinic's settings say then. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class WithdrawalTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Vault vault;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Two two;
    private UUID recording;

    @BeforeEach
    void itRecords() {
        two = calls.bothAreHere();
        recording = calls.records(two);
    }

    /** As if the clinic had had other settings when the doctor asked. */
    private void read(String onWithdrawal, int keptDays) {
        jdbc.sql("update recording set on_withdrawal = ?, kept_days = ? where id = ?")
                .params(onWithdrawal, keptDays, recording)
                .update();
    }

    private Answer takesBack(Clinic.Person who) {
        return new Http(port).send("POST", "/api/v1/recordings/" + recording + "/withdrawal", who.token(), "{}");
    }

    private void stopped() {
        recordings.stop(recording, two.call(), two.doctor().id());
    }

    private Instant stoppedBefore(Duration ago) {
        Instant then = clock.instant().minus(ago);
        jdbc.sql("update recording set stopped_at = ? where id = ?")
                .params(then.atOffset(ZoneOffset.UTC), recording)
                .update();
        return then;
    }

    private List<String> kinds() {
        return ledger.of(recording).stream().map(Ledger.Entry::kind).toList();
    }

    private List<String> audited(String action) {
        return jdbc.sql(
                        "select patient::text from audit_entry where subject = 'RECORDING' and subject_id = ? and action = ?")
                .params(recording.toString(), action)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    @DisplayName("R1: stop a moment before the no: the no counts all the same, and pages hear that it was deleted")
    void theNoAfterTheStop() {
        read("DELETE", 3_650);
        Socket patients =
                Socket.greeted(port, clinic.ticket(two.patient(), two.call().value()));
        assertThat(patients.hears("welcome")
                        .at("/body/snapshot/recording/onWithdrawal")
                        .asString())
                .isEqualTo("delete");
        stopped();
        recordings.answer(recording, two.call(), two.patient().id(), false, RecordedCalls.READ);
        JsonNode state = patients.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("STOPPED");
        state = patients.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("DELETED");
        assertThat(state.path("reason").asString()).isEqualTo("WITHDRAWN");
        assertThat(vault.of(recording)).isEmpty();
        assertThat(kinds()).endsWith("STOPPED_STOPPED", "WITHDRAWN", "ERASED");
        assertThat(ledger.broken(recording)).isEmpty();
        assertThat(audited("DELETED"))
                .containsExactly(two.patient().id().value().toString());
    }

    @Test
    @DisplayName(
            "R1: days later the patient takes it back on the page; it is deleted, written down, and can be asked again")
    void daysLater() {
        read("DELETE", 3_650);
        stopped();
        stoppedBefore(Duration.ofDays(9));
        JsonNode card = takesBack(two.patient()).data();
        assertThat(card.path("phase").asString()).isEqualTo("DELETED");
        assertThat(card.path("agreement").asString()).isEqualTo("WITHDRAWN");
        assertThat(Instant.parse(card.path("deletedAt").asString())).isEqualTo(clock.instant());
        assertThat(takesBack(two.patient()).status()).isEqualTo(200);
        assertThat(kinds()).containsOnlyOnce("WITHDRAWN", "ERASED");
        String patient = two.patient().id().value().toString();
        assertThat(audited("CHANGED")).containsExactly(patient);
        assertThat(audited("DELETED")).containsExactly(patient);
    }

    @Test
    @DisplayName(
            "R1: where people read that it is kept, a no days later is written down, and the film and its time stay")
    void kept() {
        read("KEEP", 3_650);
        stopped();
        Instant end = stoppedBefore(Duration.ofDays(9));
        JsonNode card = takesBack(two.patient()).data();
        assertThat(card.path("phase").asString()).isEqualTo("STOPPED");
        assertThat(card.path("agreement").asString()).isEqualTo("WITHDRAWN");
        assertThat(vault.of(recording)).isPresent();
        assertThat(kinds()).endsWith("WITHDRAWN");
        assertThat(jdbc.sql("select stopped_at from recording where id = ?")
                        .param(recording)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .as("a no does not make it stay longer")
                .isEqualTo(end);
    }

    @Test
    @DisplayName("the doctor who asked cannot make it go that way, and a stranger does not learn that it is there")
    void notTheDoctor() {
        read("DELETE", 3_650);
        stopped();
        assertThat(takesBack(two.doctor()).code()).isEqualTo("FORBIDDEN");
        assertThat(takesBack(clinic.somebody(Role.PATIENT)).code()).isEqualTo("NOT_FOUND");
        assertThat(vault.of(recording)).isPresent();
        assertThat(ledger.broken(recording)).isEmpty();
        UserId nobodyAnswered = two.doctor().id();
        assertThat(ledger.of(recording).stream()
                        .filter(entry -> nobodyAnswered.value().equals(entry.person()))
                        .map(Ledger.Entry::kind))
                .containsExactly("ASKED");
    }

    @Test
    @DisplayName("R7: it is due when the days are over that people read, not those of today's settings")
    void dueAsRead() {
        read("KEEP", 30);
        stopped();
        stoppedBefore(Duration.ofDays(30));
        assertThat(erasure.due()).doesNotContain(recording);
        stoppedBefore(Duration.ofDays(30).plusMillis(1));
        assertThat(erasure.due()).contains(recording);
        read("KEEP", 31);
        assertThat(erasure.due()).doesNotContain(recording);
    }
}
