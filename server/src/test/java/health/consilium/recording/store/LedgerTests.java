package health.consilium.recording.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.segments.Erasure;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.segments.Verifier.Fault;
import health.consilium.recording.segments.Verifier.Finding;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** S29: who asked and answered what stands there for good: whoever gets around the database is found out. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class LedgerTests {
    private static final String TEXT = "ab".repeat(32);
    private static final Reading READ = new Reading("1", "en", TEXT);

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Verifier verifier;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID recording;

    @BeforeEach
    void aRecordingThatIsOver() {
        Two two = calls.bothAreHere();
        recording = calls.records(two, READ);
        recordings.stop(recording, two.call(), two.doctor().id());
        assertThat(verifier.verify(recording).findings()).isEmpty();
    }

    /** As somebody would who owns the database. */
    private void forged(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).param(recording).update()).isPositive();
        });
    }

    private void finds(Finding... findings) {
        assertThat(verifier.verify(recording).findings()).containsExactly(findings);
    }

    @Test
    @DisplayName("each question and answer names the very text that was read, and the chain holds it")
    void theVeryText() {
        assertThat(ledger.of(recording))
                .filteredOn(entry -> entry.person() != null)
                .extracting(Ledger.Entry::text)
                .containsExactly(TEXT, TEXT);
        forged("update recording_ledger set text = null where number = 2 and recording = ?");
        finds(new Finding(Fault.LEDGER_BROKEN, 0, 2));
    }

    @Test
    @DisplayName("a changed entry is named")
    void changed() {
        forged("update recording_ledger set kind = 'DECLINED' where number = 2 and recording = ?");
        finds(new Finding(Fault.LEDGER_BROKEN, 0, 2));
    }

    @Test
    @DisplayName("an end that was cut off is named, also when nothing is left")
    void cut() {
        forged("delete from recording_ledger where number = 4 and recording = ?");
        finds(new Finding(Fault.LEDGER_CUT, 0, 4));
        forged("delete from recording_ledger where recording = ?");
        finds(new Finding(Fault.LEDGER_CUT, 0, 1));
    }

    @Test
    @DisplayName("a last entry made anew, with a hash that fits, is found out: what seals it is not in the database")
    void madeAnew() {
        Ledger.Entry last = ledger.last(recording);
        String before = ledger.of(recording).get(2).hash();
        Ledger.Entry wanted = new Ledger.Entry(4, last.at(), "STOPPED_ENDED", last.person(), null, null, null, "");
        String hash = Ledger.hash(recording, before, wanted);
        forged("update recording_ledger set kind = 'STOPPED_ENDED', hash = '" + hash
                + "' where number = 4 and recording = ?");
        assertThat(ledger.broken(recording)).as("the forged chain holds").isEmpty();
        finds(new Finding(Fault.LEDGER_CUT, 0, 5));
    }

    @Test
    @DisplayName("erased by the retention and by an administrator at the same moment, it is written down once")
    void erasedTwice() throws Exception {
        try (ExecutorService some = Executors.newFixedThreadPool(4)) {
            List<Future<?>> erased = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                erased.add(some.submit(() -> erasure.erase(recording, null)));
            }
            for (Future<?> one : erased) {
                one.get();
            }
        }
        assertThat(ledger.of(recording))
                .filteredOn(entry -> entry.kind().equals("ERASED"))
                .hasSize(1);
        finds(new Finding(Fault.ERASED, 0, 0));
    }
}
