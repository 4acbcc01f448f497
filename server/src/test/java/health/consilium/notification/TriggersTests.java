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
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A3, L7, L11: what really happens in the clinic ends in a mail to whom it concerns, once, and names no reason. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class TriggersTests {
    private static final Duration SLOT = Duration.ofMinutes(30);

    @LocalServerPort
    private int port;

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

    @Test
    @DisplayName("L4: a ring of the doctor that nobody answers is a missed call, and a mail")
    void missedCall() {
        consultations.arrived(call, doctor.id());
        consultations.ring(call, doctor.id());
        clock.advance(Duration.ofSeconds(60));
        missed();
        clock.advance(Duration.ofSeconds(31));
        told("we tried to call you", "call", "/l#");
    }

    /** The ring's own timer says so. */
    private void missed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        consultations.missedRings(patient.id(), List.of(call)).containsKey(call));
    }

    @Test
    @DisplayName("L11: a doctor who never came: the patient reads that it did not take place")
    void doctorNoShow() {
        consultations.arrived(call, patient.id());
        clock.advance(SLOT);
        told("we are sorry about your appointment", "", "/");
    }

    @Test
    @DisplayName("L11: a patient who never came is told that they were missed")
    void patientNoShow() {
        consultations.arrived(call, doctor.id());
        clock.advance(SLOT);
        told("we missed you", "", "/");
    }

    @Test
    @DisplayName("A4: a signed prescription is a mail that names no medication")
    void prescription() {
        asks("PUT", "/prescriber", "{\"licence\":\"DE-4711\"}");
        String sheet = "/consultations/" + appointment.id() + "/prescriptions";
        String path =
                "/prescriptions/" + asks("POST", sheet, null).data().path("id").asString();
        asks(
                "PUT",
                path + "/draft",
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Amoxicillin\",\"code\":null,\"dose\":\"500 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"THREE_TIMES_DAILY\",\"days\":7,\"notes\":\"\"}]}");
        asks("POST", path + "/sign", "{\"revision\":1}");
        told("a document for you", "", "/l#");
    }

    @Test
    @DisplayName("L7: a proposal to meet again is a mail")
    void followUp() {
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(14);
        asks(
                "PUT",
                "/consultations/" + appointment.id() + "/follow-up",
                "{\"day\":\"%s\",\"start\":\"%sT09:00:00Z\",\"note\":\"Bring the results\"}".formatted(day, day));
        told("your next appointment", "", "/l#");
    }

    private Http.Answer asks(String method, String path, @Nullable String body) {
        Http.Answer answer = new Http(port).send(method, "/api/v1" + path, doctor.token(), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }
}
