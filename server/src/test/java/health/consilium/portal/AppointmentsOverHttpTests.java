package health.consilium.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the cards and pages about appointments are made of. */
@ServerTest
class AppointmentsOverHttpTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clock clock;

    private Http http;
    private Person patient;
    private Person doctor;
    private Person desk;

    @BeforeEach
    void people() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
    }

    @Test
    @DisplayName("L8, L9: the card says whether one may come in now, and if not, why")
    void theEntryPreview() {
        JsonNode open = get(clinic.in(Duration.ofMinutes(10), patient, doctor, true), patient);
        assertThat(open.path("entry").path("allowed").asBoolean()).isTrue();
        assertThat(open.path("entry").path("code").isNull()).isTrue();
        JsonNode early = get(clinic.in(Duration.ofMinutes(41), patient, doctor, true), patient);
        assertThat(early.path("entry").path("code").asString()).isEqualTo("TOO_EARLY");
        assertThat(early.path("entry").path("opensAt").asString()).isNotEmpty();
        Person other = clinic.somebody(Role.DOCTOR);
        JsonNode unpaid = get(clinic.now(patient, other, false), patient);
        assertThat(unpaid.path("entry").path("code").asString()).isEqualTo("NOT_PAID");
        assertThat(unpaid.path("entry").path("message").asString()).contains("Please pay first");
    }

    @Test
    @DisplayName("L6, L13: the card of somebody who came and left knows that they were here")
    void whoHasCome() {
        Appointment appointment = clinic.now(patient, doctor, true);
        ConsultationId call =
                consultations.ofAppointment(appointment.id()).orElseThrow().id();
        assertThat(get(appointment, patient).path("consultation").path("came")).isEmpty();
        consultations.arrived(call, patient.id());
        consultations.left(call, patient.id());
        JsonNode left = get(appointment, patient).path("consultation");
        assertThat(left.path("present")).isEmpty();
        assertThat(left.path("came").valueStream().map(JsonNode::asString))
                .containsExactly(patient.id().value().toString());
    }

    @Test
    @DisplayName("everybody sees their own appointments, the desk sees all, and strangers none")
    void lists() {
        Appointment soon = clinic.now(patient, doctor, true);
        Appointment later = clinic.in(Duration.ofDays(1), patient, doctor, false);
        assertThat(ids("upcoming", patient))
                .containsExactly(soon.id().toString(), later.id().toString());
        assertThat(ids("upcoming", doctor)).hasSize(2);
        assertThat(ids("upcoming", desk))
                .contains(soon.id().toString(), later.id().toString());
        assertThat(ids("upcoming", clinic.somebody(Role.DOCTOR))).isEmpty();
        assertThat(ids("past", patient)).isEmpty();
    }

    @Test
    @DisplayName("a scope that does not exist is a mistake to be told, not guessed")
    void unknownScope() {
        Http.Answer answer = http.send("GET", "/api/v1/appointments?scope=all", patient.token(), null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName("S10: somebody else's appointment and one that never was are answered alike")
    void foreignLooksLikeUnknown() {
        Appointment foreign = clinic.now(patient, doctor, true);
        Person stranger = clinic.somebody(Role.PATIENT);
        Http.Answer one = http.send("GET", path(foreign.id().value(), ""), stranger.token(), null);
        Http.Answer two = http.send("GET", path(UUID.randomUUID(), ""), stranger.token(), null);
        assertThat(one.status()).isEqualTo(404);
        assertThat(one.body()).isEqualTo(two.body());
    }

    @Test
    @DisplayName("what the doctor cancels is over for both, and what was paid is owed back")
    void cancelling() {
        Appointment appointment = clinic.in(Duration.ofDays(2), patient, doctor, true);
        Http.Answer answer = http.send("POST", path(appointment.id().value(), "/cancel"), doctor.token(), null);
        assertThat(answer.data().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(answer.data().path("entry").path("code").asString()).isEqualTo("APPOINTMENT_CANCELLED");
        assertThat(ids("upcoming", patient)).isEmpty();
        assertThat(ids("past", patient)).containsExactly(appointment.id().toString());
        await().untilAsserted(() -> assertThat(
                        get(appointment, patient).path("payment").path("status").asString())
                .isEqualTo("REFUND_DUE"));
    }

    @Test
    @DisplayName("the desk marks an appointment paid with a reason, and the door opens")
    void markingPaid() {
        Appointment appointment = clinic.now(patient, doctor, false);
        String markPaid = path(appointment.id().value(), "/payment/mark-paid");
        assertThat(http.send("POST", markPaid, desk.token(), "{\"reason\":\" \"}")
                        .code())
                .isEqualTo("INVALID_REQUEST");
        JsonNode paid = http.send("POST", markPaid, desk.token(), "{\"reason\":\"cash\"}")
                .data();
        assertThat(paid.path("payment").path("status").asString()).isEqualTo("PAID");
        assertThat(get(appointment, patient).path("entry").path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("demo: the pretend checkout opens the door for the patient")
    void pretendCheckout() {
        Appointment appointment = clinic.now(patient, doctor, false);
        String checkout = path(appointment.id().value(), "/payment/demo-checkout");
        assertThat(http.send("POST", checkout, patient.token(), null).status()).isEqualTo(200);
        assertThat(http.send("POST", checkout, patient.token(), null).code()).isEqualTo("ALREADY_PAID");
        assertThat(get(appointment, patient).path("entry").path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("L4: a ring that nobody answered is shown to whom it was for, until they do something about it")
    void missedRings() {
        Appointment appointment = clinic.now(patient, doctor, true);
        get(appointment, patient);
        ConsultationId call =
                consultations.ofAppointment(appointment.id()).orElseThrow().id();
        consultations.arrived(call, patient.id());
        consultations.ring(call, patient.id());
        Instant rang = clock.instant();
        assertThat(get(appointment, doctor)
                        .path("consultation")
                        .path("waitingSince")
                        .asString())
                .isEqualTo(rang.toString());
        assertThat(get(appointment, doctor).path("missedAt").isNull()).isTrue();
        ((MutableClock) clock).advance(Duration.ofSeconds(61));
        await().untilAsserted(() -> assertThat(
                        get(appointment, doctor).path("missedAt").asString())
                .isEqualTo(rang.plusSeconds(60).toString()));
        assertThat(get(appointment, patient).path("missedAt").isNull()).isTrue();
        consultations.arrived(call, doctor.id());
        assertThat(get(appointment, doctor).path("missedAt").isNull()).isTrue();
        assertThat(get(appointment, doctor)
                        .path("consultation")
                        .path("waitingSince")
                        .isNull())
                .isTrue();
    }

    private JsonNode get(Appointment appointment, Person who) {
        return http.send("GET", path(appointment.id().value(), ""), who.token(), null)
                .data();
    }

    private List<String> ids(String scope, Person who) {
        return http.send("GET", "/api/v1/appointments?scope=" + scope, who.token(), null)
                .data()
                .valueStream()
                .map(appointment -> appointment.path("id").asString())
                .toList();
    }

    private static String path(UUID id, String rest) {
        return "/api/v1/appointments/" + id + rest;
    }
}
