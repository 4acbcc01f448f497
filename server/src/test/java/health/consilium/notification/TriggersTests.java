package health.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.notification.mail.Opened;
import health.consilium.notification.store.MailboxStore;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A3: when somebody is told that a doctor waits, to the millisecond. {@link MailTriggersTests} has what else ends in a mail. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class TriggersTests {
    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private MailboxStore mailbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Person patient;
    private Person doctor;
    private Appointment appointment;
    private ConsultationId call;

    @BeforeEach
    void now() {
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        appointment = clinic.now(patient, doctor, true);
        call = consultations.ofAppointment(appointment.id()).orElseThrow().id();
    }

    private List<Opened> mails(String subject) {
        return mailbox.latest(500).stream()
                .map(kept -> Opened.of(kept.mime()))
                .filter(mail ->
                        mail.to().equals(patient.email()) && mail.subject().contains(subject))
                .toList();
    }

    private void told(String subject, String says, String path) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    // Timers look what is due as time goes by.
                    clock.advance(Duration.ofMillis(200));
                    return !mails(subject).isEmpty();
                });
        Opened mail = mails(subject).getFirst();
        assertThat(mails(subject)).hasSize(1);
        assertThat(mail.text()).contains(says, path);
        assertThat(mail.html()).contains(says);
        assertThat(mail.subject() + mail.text()).doesNotContain("A test of everything", "Amoxicillin");
    }

    @Test
    @DisplayName("A3: the doctor is there, the patient is not: a minute later, to the millisecond, the patient is told")
    void doctorWaiting() {
        consultations.arrived(call, doctor.id());
        assertThat(jdbc.sql("select next_at from notification_message where person = ? and kind = 'DOCTOR_WAITING'"
                                + " and channel = 'MAIL'")
                        .param(patient.id().value())
                        .query((row, n) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));
        told("you are expected now", "waiting for you", "/l#");
    }

    @Test
    @DisplayName("A3: who comes within the minute is told nothing")
    void cameInTime() {
        consultations.arrived(call, doctor.id());
        clock.advance(Duration.ofSeconds(59));
        consultations.arrived(call, patient.id());
        clock.advance(Duration.ofSeconds(10));
        Person other = clinic.somebody(Role.PATIENT);
        clinic.in(Duration.ofHours(3), other, doctor, true);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> mailbox.latest(500).stream()
                        .anyMatch(kept -> Opened.of(kept.mime()).to().equals(other.email())));
        assertThat(mails("you are expected now")).isEmpty();
    }
}
