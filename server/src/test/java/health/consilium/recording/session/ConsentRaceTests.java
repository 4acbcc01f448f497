package health.consilium.recording.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.recording.domain.Phase;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S24: somebody comes in at the very moment at which the doctor asks. Whichever is first, nobody is recorded unasked. */
@ServerTest
class ConsentRaceTests {
    private static final int JOINS = 200;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Recordings recordings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("200 joins against the question: each joiner is asked, none is recorded before they answer")
    void joinsAgainstTheQuestion() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < JOINS; i++) {
                Two two = calls.doctorIsHere();
                ConsultationId call = two.call();
                CountDownLatch go = new CountDownLatch(1);
                Future<?> joins = both.submit(() -> {
                    go.await();
                    return consultations.arrived(call, two.patient().id());
                });
                Future<UUID> asks = both.submit(() -> {
                    go.await();
                    return recordings
                            .request(call, two.doctor().id(), RecordedCalls.READ)
                            .id();
                });
                go.countDown();
                joins.get();
                UUID id = asks.get();
                var asked = recordings.own(id, call);
                assertThat(asked.present())
                        .containsExactlyInAnyOrder(
                                two.doctor().id(), two.patient().id());
                assertThat(asked.phase()).isEqualTo(Phase.ASKED);
                assertThat(intervals(id)).isZero();
                recordings.answer(id, call, two.patient().id(), true, RecordedCalls.READ);
                assertThat(recordings.own(id, call).phase()).isEqualTo(Phase.RECORDING);
                assertThat(intervals(id)).isEqualTo(1);
            }
        }
    }

    @Test
    @DisplayName("200 departures against the last yes: an interval stands open exactly when both are still there")
    void leavesAgainstTheYes() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < JOINS; i++) {
                Two two = calls.bothAreHere();
                ConsultationId call = two.call();
                UUID id = recordings
                        .request(call, two.doctor().id(), RecordedCalls.READ)
                        .id();
                CountDownLatch go = new CountDownLatch(1);
                Future<?> leaves = both.submit(() -> {
                    go.await();
                    return consultations.left(call, two.doctor().id());
                });
                Future<?> agrees = both.submit(() -> {
                    go.await();
                    recordings.answer(id, call, two.patient().id(), true, RecordedCalls.READ);
                    return null;
                });
                go.countDown();
                leaves.get();
                agrees.get();
                assertThat(recordings.own(id, call).phase()).isIn(Phase.ASKED, Phase.PAUSED);
                assertThat(jdbc.sql("select count(*) from recording_interval where recording = ? and ended is null")
                                .param(id)
                                .query(Integer.class)
                                .single())
                        .isZero();
            }
        }
    }

    private int intervals(UUID recording) {
        return jdbc.sql("select count(*) from recording_interval where recording = ?")
                .param(recording)
                .query(Integer.class)
                .single();
    }
}
