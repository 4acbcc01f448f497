package health.consilium.recording.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
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
    private static final Reading READ = new Reading("1", "en");

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Recordings recordings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("200 joins against the question: each joiner is asked, none is recorded before they answer")
    void joinsAgainstTheQuestion() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < JOINS; i++) {
                Person patient = clinic.somebody(Role.PATIENT);
                Person doctor = clinic.somebody(Role.DOCTOR);
                ConsultationId call = consultations
                        .ofAppointment(clinic.now(patient, doctor, true).id())
                        .orElseThrow()
                        .id();
                consultations.arrived(call, doctor.id());
                CountDownLatch go = new CountDownLatch(1);
                Future<?> joins = two.submit(() -> {
                    go.await();
                    return consultations.arrived(call, patient.id());
                });
                Future<UUID> asks = two.submit(() -> {
                    go.await();
                    return recordings.request(call, doctor.id(), READ).id();
                });
                go.countDown();
                joins.get();
                UUID id = asks.get();
                var asked = recordings.own(id, call);
                assertThat(asked.present()).containsExactlyInAnyOrder(doctor.id(), patient.id());
                assertThat(asked.phase()).isEqualTo(Phase.ASKED);
                assertThat(intervals(id)).isZero();
                recordings.answer(id, call, patient.id(), true, READ);
                assertThat(recordings.own(id, call).phase()).isEqualTo(Phase.RECORDING);
                assertThat(intervals(id)).isEqualTo(1);
            }
        }
    }

    @Test
    @DisplayName("200 departures against the last yes: an interval stands open exactly when both are still there")
    void leavesAgainstTheYes() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < JOINS; i++) {
                Person patient = clinic.somebody(Role.PATIENT);
                Person doctor = clinic.somebody(Role.DOCTOR);
                ConsultationId call = consultations
                        .ofAppointment(clinic.now(patient, doctor, true).id())
                        .orElseThrow()
                        .id();
                consultations.arrived(call, doctor.id());
                consultations.arrived(call, patient.id());
                UUID id = recordings.request(call, doctor.id(), READ).id();
                CountDownLatch go = new CountDownLatch(1);
                Future<?> leaves = two.submit(() -> {
                    go.await();
                    return consultations.left(call, doctor.id());
                });
                Future<?> agrees = two.submit(() -> {
                    go.await();
                    recordings.answer(id, call, patient.id(), true, READ);
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
