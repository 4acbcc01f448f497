package health.consilium.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.RingChanged.State;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the next patient is told who rings a doctor whose conversation before is not over. */
@ServerTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init") // filled before each test
class BusyTests {
    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ApplicationEvents events;

    private UserId doctor;
    private UserId patient;
    private UserId nextPatient;
    private ConsultationId before;
    private ConsultationId next;

    /** The conversation before runs into the window of the next one. */
    @BeforeEach
    void twoAppointmentsInARow() {
        Person one = clinic.somebody(Role.PATIENT);
        Person two = clinic.somebody(Role.PATIENT);
        Person treats = clinic.somebody(Role.DOCTOR);
        doctor = treats.id();
        patient = one.id();
        nextPatient = two.id();
        before = idOf(clinic.in(Duration.ofMinutes(-25), one, treats, true));
        next = idOf(clinic.in(Duration.ofMinutes(5), two, treats, true));
        consultations.arrived(before, patient);
        consultations.arrived(before, doctor);
        consultations.mediaUp(before, patient);
        consultations.mediaUp(before, doctor);
    }

    @Test
    @DisplayName("L3: a doctor in conversation is busy")
    void inConversation() {
        assertThat(nextPatientRings()).isEqualTo(State.BUSY);
    }

    @Test
    @DisplayName("L3: a doctor who waits for a patient that dropped out is busy")
    void waitsForWhoDroppedOut() {
        consultations.linkLost(before, patient);
        assertThat(nextPatientRings()).isEqualTo(State.BUSY);
    }

    @Test
    @DisplayName("L3: a doctor who dropped out of a conversation can be rung")
    void droppedOut() {
        consultations.linkLost(before, doctor);
        assertThat(nextPatientRings()).isEqualTo(State.RINGING);
    }

    @Test
    @DisplayName("L3: a conversation that both have gone from keeps nobody busy")
    void bothHaveGone() {
        consultations.linkLost(before, patient);
        consultations.linkLost(before, doctor);
        assertThat(nextPatientRings()).isEqualTo(State.RINGING);
    }

    @Test
    @DisplayName("L3: a doctor who has come back into the conversation is busy again")
    void cameBack() {
        consultations.linkLost(before, doctor);
        consultations.arrived(before, doctor);
        assertThat(nextPatientRings()).isEqualTo(State.BUSY);
    }

    private State nextPatientRings() {
        consultations.arrived(next, nextPatient);
        consultations.ring(next, nextPatient);
        return events.stream(RingChanged.class)
                .filter(ring -> ring.view().id().equals(next))
                .reduce((first, last) -> last)
                .orElseThrow()
                .state();
    }

    private ConsultationId idOf(Appointment appointment) {
        return consultations.ofAppointment(appointment.id()).orElseThrow().id();
    }
}
