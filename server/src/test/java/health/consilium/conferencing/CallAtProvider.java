package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.PhaseName;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consultation of now that this provider carries, as if it had been the chosen one when the first person came in. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
public abstract class CallAtProvider {
    @LocalServerPort
    protected int port;

    @Autowired
    protected Clinic clinic;

    @Autowired
    protected Consultations consultations;

    @Autowired
    protected Rooms rooms;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MutableClock clock;

    protected Person patient;
    protected Person doctor;
    protected Appointment appointment;
    protected ConsultationId call;
    protected String room;

    protected abstract String provider();

    /** Before there is anything. */
    protected void first() {
        // Nothing, for most.
    }

    @BeforeEach
    final void aConsultationThere() {
        first();
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        appointment = clinic.now(patient, doctor, true);
        call = consultations
                .enter(appointment.id(), patient.user())
                .consultation()
                .id();
        room = rooms.of(call.value()).orElseThrow().name();
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(provider(), call.value())
                .update();
    }

    /** Else others would be asked who is or was in it. */
    @AfterEach
    final void leftAlone() {
        jdbc.sql("update conferencing_room set closed_at = now(), gone_at = now(), reviewed_at = now()"
                        + " where consultation = ?")
                .param(call.value())
                .update();
    }

    protected final ConsultationView view() {
        return consultations.find(call).orElseThrow();
    }

    protected final void phase(PhaseName expected) {
        await().untilAsserted(() -> assertThat(view().phase()).isEqualTo(expected));
    }
}
