package health.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.RingChanged;
import health.consilium.identity.Role;
import health.consilium.identity.SecondFactorChanged;
import health.consilium.identity.factor.TotpTests;
import health.consilium.notification.mail.Opened;
import health.consilium.notification.outbox.Kind;
import health.consilium.prescription.PrescriptionSigned;
import health.consilium.recording.RecordingReady;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.Appointments;
import health.consilium.scheduling.CalendarFile;
import health.consilium.scheduling.Canceller;
import health.consilium.summary.FollowUpProposed;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Heard;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.PasskeyDevice;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.ServerTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A3, A12, L7, L11, S7: what really happens in the clinic is one mail at a real mail server, in the reader's language, also when
 * it is told twice; no mail names a reason or a medication.
 */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class MailTriggersTests extends ThroughSmtp {
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final String REASON = "A test of everything";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Appointments appointments;

    @Autowired
    private RecordedCalls recorded;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private TransactionTemplate transactions;

    private Heard heard;
    private Person patient;
    private Person doctor;

    @BeforeEach
    void people() {
        heard = Heard.in(context);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
    }

    private void reads(Person person, String language) {
        jdbc.sql("update identity_account set locale = ? where id = ?")
                .params(language, person.id().value())
                .update();
    }

    private ConsultationId callIn(String language) {
        reads(patient, language);
        return consultations
                .ofAppointment(clinic.now(patient, doctor, true).id())
                .orElseThrow()
                .id();
    }

    /** The latest of these is told once more; whoever hears of it does as it does each time. */
    private void toldAgain(Class<?> kind) {
        Object event = heard.all(kind).getLast();
        transactions.executeWithoutResult(status -> context.publishEvent(event));
    }

    /** The one mail of this kind, in this language and with this subject, and as it is read. */
    private record Arrived(MimeMessage raw, Opened mail) {}

    private Arrived once(Kind kind, String language, String subject, Class<?> event) throws Exception {
        arrived(subject);
        toldAgain(event);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(stands(kind)).containsExactly("SENT 1"));
        List<MimeMessage> all = withSubject(subject);
        assertThat(all).hasSize(1);
        MimeMessage raw = all.getFirst();
        Opened mail = Opened.of(bytes(raw));
        assertThat(raw.getHeader("Content-Language")).containsExactly(language);
        assertThat(mail.html())
                .contains("<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr"));
        assertThat(mail.text()).isNotBlank();
        assertThat(mail.subject() + mail.html() + mail.text()).doesNotContain(REASON, "Amoxicillin", "results");
        return new Arrived(raw, mail);
    }

    private List<String> stands(Kind kind) {
        return jdbc.sql("select state || ' ' || attempts from notification_message"
                        + " where person = ? and kind = ? and channel = 'MAIL'")
                .params(patient.id().value(), kind.name())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void arrived(String subject) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    // Timers look what is due as time goes by.
                    clock.advance(Duration.ofMillis(200));
                    return !withSubject(subject).isEmpty();
                });
    }

    private List<MimeMessage> withSubject(String words) {
        return mailsTo(patient).stream()
                .filter(mail -> {
                    try {
                        return String.valueOf(mail.getSubject()).contains(words);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static byte[] bytes(MimeMessage mail) throws IOException, MessagingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        mail.writeTo(all);
        return all.toByteArray();
    }

    @Test
    @DisplayName(
            "A3, U2: a booking is a calendar's REQUEST, its cancellation a CANCEL of the same UID with a higher SEQUENCE")
    void bookedAndCancelled() throws Exception {
        reads(patient, "ar");
        Appointment booked = clinic.in(Duration.ofHours(3), patient, doctor, true);
        MimeMessage invitation = once(Kind.INVITATION, "ar", "موعدك يوم", AppointmentBooked.class)
                .raw();
        VEvent invited = CalendarPart.event(invitation, "REQUEST");
        assertThat(CalendarPart.property(invited, "UID")).isEqualTo(CalendarFile.uid(booked.id()));
        assertThat(invited.toString()).doesNotContain(REASON, "#");

        appointments.cancel(booked.id(), Canceller.CLINIC, doctor.id(), true, "a reason that nobody reads");
        MimeMessage cancellation = once(Kind.CANCELLED, "ar", "أُلغي موعدك", AppointmentCancelled.class)
                .raw();
        VEvent cancelled = CalendarPart.event(cancellation, "CANCEL");
        assertThat(CalendarPart.property(cancelled, "UID")).isEqualTo(CalendarPart.property(invited, "UID"));
        assertThat(CalendarPart.sequence(cancelled)).isGreaterThan(CalendarPart.sequence(invited));
        assertThat(Opened.of(bytes(cancellation)).text()).doesNotContain("nobody reads");
    }

    @Test
    @DisplayName("A3: the doctor is there, the patient is not")
    void doctorWaiting() throws Exception {
        ConsultationId call = callIn("de");
        consultations.arrived(call, doctor.id());
        clock.advance(Duration.ofMinutes(1));
        Opened mail = once(Kind.DOCTOR_WAITING, "de", "Sie werden jetzt erwartet", ConsultationChanged.class)
                .mail();
        assertThat(mail.text()).contains(PUBLIC_URL + "/l#");
        assertThat(mail.calendarMethod()).isEmpty();
    }

    @Test
    @DisplayName("L4: a ring of the doctor that nobody answered")
    void missedCall() throws Exception {
        ConsultationId call = callIn("fr");
        consultations.arrived(call, doctor.id());
        consultations.ring(call, doctor.id());
        clock.advance(Duration.ofSeconds(60));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        consultations.missedRings(patient.id(), List.of(call)).containsKey(call));
        clock.advance(Duration.ofSeconds(31));
        once(Kind.MISSED_CALL, "fr", "nous avons essayé de vous appeler", RingChanged.class);
    }

    @Test
    @DisplayName("L11: a doctor who never came: the patient reads that the money comes back")
    void doctorNoShow() throws Exception {
        consultations.arrived(callIn("es"), patient.id());
        clock.advance(SLOT);
        Opened mail = once(Kind.DOCTOR_NO_SHOW, "es", "lo sentimos por su cita", ConsultationEnded.class)
                .mail();
        assertThat(mail.text()).contains("Se le devuelve todo");
    }

    @Test
    @DisplayName("L11: a patient who never came reads that they were missed")
    void patientNoShow() throws Exception {
        consultations.arrived(callIn("ar"), doctor.id());
        clock.advance(SLOT);
        once(Kind.PATIENT_NO_SHOW, "ar", "افتقدناك", ConsultationEnded.class);
    }

    @Test
    @DisplayName("L7: after the visit comes the receipt, its PDF with it")
    void receipt() throws Exception {
        ConsultationId call = callIn("fr");
        for (Person who : List.of(patient, doctor)) {
            consultations.arrived(call, who.id());
            consultations.mediaUp(call, who.id());
        }
        clock.advance(Duration.ofMinutes(5));
        consultations.end(call, doctor.user());
        Opened mail = once(Kind.RECEIPT, "fr", "votre reçu du", ConsultationEnded.class)
                .mail();
        Opened.File pdf = mail.files().getFirst();
        assertThat(mail.files()).hasSize(1);
        assertThat(pdf.type()).isEqualTo("application/pdf");
        assertThat(pdf.name()).startsWith("receipt-").endsWith(".pdf");
        assertThat(new String(pdf.content(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    @DisplayName("A4: a signed prescription names no medication in its mail and goes along with nothing")
    void prescription() throws Exception {
        ConsultationId call = callIn("de");
        asks(doctor, "PUT", "/prescriber", "{\"licence\":\"DE-4711\"}");
        String appointment =
                consultations.find(call).orElseThrow().appointment().toString();
        String path = "/prescriptions/"
                + asks(doctor, "POST", "/consultations/" + appointment + "/prescriptions", null)
                        .path("id")
                        .asString();
        asks(
                doctor,
                "PUT",
                path + "/draft",
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Amoxicillin\",\"code\":null,\"dose\":\"500 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"THREE_TIMES_DAILY\",\"days\":7,\"notes\":\"\"}]}");
        asks(doctor, "POST", path + "/sign", "{\"revision\":1}");
        Opened mail = once(Kind.PRESCRIPTION_READY, "de", "ein Dokument für Sie", PrescriptionSigned.class)
                .mail();
        assertThat(mail.files()).isEmpty();
    }

    @Test
    @DisplayName("L7: a proposal to meet again")
    void followUp() throws Exception {
        String appointment =
                consultations.find(callIn("fr")).orElseThrow().appointment().toString();
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(14);
        asks(
                doctor,
                "PUT",
                "/consultations/" + appointment + "/follow-up",
                "{\"day\":\"%s\",\"start\":\"%sT09:00:00Z\",\"note\":\"Bring the results\"}".formatted(day, day));
        once(Kind.FOLLOW_UP, "fr", "votre prochain rendez-vous", FollowUpProposed.class);
    }

    @Test
    @DisplayName("R8: a recording that is over, all of it here, can be watched")
    void recordingReady() throws Exception {
        RecordedCalls.Two two = recorded.bothAreHere();
        patient = two.patient();
        reads(patient, "es");
        UUID recording = recorded.records(two);
        int take = recorded.takes(two, recording);
        var from = clock.instant();
        clock.advance(Duration.ofSeconds(2));
        recorded.keeps(
                two,
                recording,
                take,
                0,
                true,
                from,
                from.plusSeconds(1),
                SyntheticWebm.ofSeconds(1, 50).getFirst());
        consultations.end(two.call(), two.doctor().user());
        context.getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .filter(task -> task.toString().contains("FilmSealing"))
                .forEach(task -> task.getTask().getRunnable().run());
        Opened mail = once(Kind.RECORDING_READY, "es", "novedades de su cita", RecordingReady.class)
                .mail();
        assertThat(mail.subject()).doesNotContain("grabación");
    }

    @Test
    @DisplayName(
            "S7: an app that is set up for somebody's account is told to them, in their zone, without any of its codes")
    void appAdded() throws Exception {
        reads(patient, "de");
        String password = JsonMapper.builder().build().writeValueAsString(Map.of("password", Clinic.PASSWORD));
        String secret = asks(patient, "POST", "/auth/second-factor/enrolment", password)
                .path("secret")
                .asString();
        JsonNode codes = asks(
                        patient,
                        "POST",
                        "/auth/second-factor/enrolment/confirm",
                        "{\"code\":\"" + TotpTests.codeAt(secret, clock.instant()) + "\"}")
                .path("codes");
        Opened mail = once(Kind.SECOND_FACTOR_CHANGED, "de", "Ihre Anmeldung wurde geändert", SecondFactorChanged.class)
                .mail();
        assertThat(mail.text())
                .contains("eine App eingerichtet", "überall ab", PUBLIC_URL + "/account", "Wann: ", " Uhr (")
                .doesNotContain(secret);
        codes.forEach(code -> assertThat(mail.text()).doesNotContain(code.asString()));
        JsonNode told = asks(patient, "GET", "/messages", null);
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("factor").asString()).isEqualTo("APP_ADDED");
    }

    @Test
    @DisplayName("S7: a passkey that came or went, and what the clinic took away, is told each time, also to a doctor")
    void passkeys() throws Exception {
        patient = doctor;
        asks(patient, "PUT", "/messages/preferences", "{\"mail\":false,\"push\":false,\"sms\":false}");
        String password = JsonMapper.builder().build().writeValueAsString(Map.of("password", Clinic.PASSWORD));
        for (int i = 0; i < 2; i++) {
            JsonNode options = asks(patient, "POST", "/auth/passkeys/registration", password);
            String made = new PasskeyDevice(PUBLIC_URL).makes(options);
            asks(
                    patient,
                    "POST",
                    "/auth/passkeys",
                    JsonMapper.builder().build().writeValueAsString(Map.of("credential", made)));
        }
        String one =
                asks(patient, "GET", "/auth/passkeys", null).path(0).path("id").asString();
        asks(patient, "POST", "/auth/passkeys/" + one + "/remove", password);
        asks(clinic.somebody(Role.ADMIN), "POST", "/admin/users/" + patient.id() + "/second-factor/reset", null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> withSubject("the way you sign in has changed").size() == 4);
        StringBuilder all = new StringBuilder();
        for (MimeMessage mail : mailsTo(patient)) {
            all.append(Opened.of(bytes(mail)).text());
        }
        assertThat(all)
                .containsOnlyOnce("A passkey was taken away from your account.")
                .containsOnlyOnce("has taken away the second step of your sign-in");
        assertThat(all.toString().split("A passkey was added to your account.")).hasSize(3);
    }

    private JsonNode asks(Person who, String method, String path, @Nullable String body) {
        Http.Answer answer = new Http(port).send(method, "/api/v1" + path, who.token(), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data();
    }
}
