package health.consilium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A7: administrators find any appointment of the clinic. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class AppointmentSearchTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Person patient;
    private Person doctor;
    private Person desk;

    @BeforeEach
    void people() {
        patient = clinic.named("Zoë " + UUID.randomUUID(), Role.PATIENT);
        doctor = clinic.named("Dr Søren " + UUID.randomUUID(), Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
    }

    private JsonNode found(String name, String query) {
        return new Http(port)
                .send("GET", "/api/v1/admin/appointments?q=" + of(name) + query, desk.token(), null)
                .data();
    }

    private List<String> ids(String query) {
        return ids(doctor.user().displayName(), query);
    }

    private List<String> ids(String name, String query) {
        return found(name, query)
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static String of(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName(
            "A7: found by the name of the doctor or the patient, whatever its accents and capitals; the latest first")
    void byPerson() {
        Appointment soon = clinic.in(Duration.ofDays(1), patient, doctor, true);
        Appointment later = clinic.in(Duration.ofDays(2), clinic.somebody(Role.PATIENT), doctor, true);
        assertThat(ids("")).containsExactly(later.id().toString(), soon.id().toString());
        String zoe = patient.user().displayName();
        assertThat(ids(zoe.replace('ë', 'E').toUpperCase(Locale.ROOT), ""))
                .as("accents and capitals do not matter")
                .containsExactly(soon.id().toString());
    }

    @Test
    @DisplayName(
            "A7: found by start, its first instant included and its last one not; then what comes first stands first")
    void byTime() {
        Appointment first = clinic.in(Duration.ofDays(1), patient, doctor, true);
        Appointment second = clinic.in(Duration.ofDays(2), patient, doctor, true);
        assertThat(ids("&from=" + of(first.start())))
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(ids("&from=" + of(first.start().plusMillis(1))))
                .containsExactly(second.id().toString());
        assertThat(ids("&to=" + of(second.start()))).containsExactly(first.id().toString());
        assertThat(ids("&to=" + of(second.start().plusMillis(1)))).hasSize(2);
    }

    @Test
    @DisplayName("A7: found by what became of it and by what was paid")
    void byStatusAndPayment() {
        Appointment paid = clinic.in(Duration.ofDays(1), patient, doctor, true);
        Appointment unpaid = clinic.in(Duration.ofDays(2), patient, doctor, false);
        Appointment cancelled = clinic.in(Duration.ofDays(3), patient, doctor, true);
        consultations.cancel(
                consultations.ofAppointment(cancelled.id()).orElseThrow().id(), doctor.user());
        assertThat(ids("&status=CANCELLED")).containsExactly(cancelled.id().toString());
        assertThat(ids("&status=BOOKED"))
                .containsExactly(unpaid.id().toString(), paid.id().toString());
        assertThat(ids("&payment=UNPAID")).containsExactly(unpaid.id().toString());
        assertThat(ids("&payment=PAID")).containsExactly(paid.id().toString());
        assertThat(ids("&payment=REFUNDED")).isEmpty();
    }

    @Test
    @DisplayName(
            "A7: what somebody is about to pay for is found until its time is over, to the millisecond; with the lapsed ones after")
    void held() {
        Appointment booked = clinic.in(Duration.ofDays(1), patient, doctor, true);
        Appointment held = clinic.in(Duration.ofDays(2), patient, doctor, false);
        Instant until = clock.instant().plus(Duration.ofMinutes(10));
        jdbc.sql("update scheduling_appointment set status = 'HELD', held_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), held.id().value())
                .update();
        assertThat(ids("&status=HELD")).containsExactly(held.id().toString());
        assertThat(ids("")).containsExactly(held.id().toString(), booked.id().toString());
        assertThat(ids("&status=BOOKED")).containsExactly(booked.id().toString());
        assertThat(ids("&payment=UNPAID")).containsExactly(held.id().toString());
        clock.set(until.minusMillis(1));
        desk = clinic.again(desk);
        assertThat(ids("&status=HELD")).hasSize(1);
        clock.set(until);
        assertThat(ids("&status=HELD")).isEmpty();
        assertThat(ids("&status=EXPIRED")).containsExactly(held.id().toString());
        assertThat(ids("")).containsExactly(booked.id().toString());
    }

    @Test
    @DisplayName("A7: of one doctor, and of one doctor's patient by name")
    void byDoctor() {
        Person other = clinic.somebody(Role.DOCTOR);
        Appointment theirs = clinic.in(Duration.ofDays(1), patient, other, true);
        Appointment mine = clinic.in(Duration.ofDays(2), patient, doctor, true);
        String zoe = patient.user().displayName();
        assertThat(ids(zoe, ""))
                .containsExactly(mine.id().toString(), theirs.id().toString());
        assertThat(ids(zoe, "&doctor=" + other.id()))
                .containsExactly(theirs.id().toString());
        assertThat(ids(zoe, "&doctor=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    @DisplayName("A7: pages of twenty-five; a page beyond the last one is the last one")
    void pages() {
        for (int i = 0; i < 26; i++) {
            clinic.in(Duration.ofHours(i + 1), patient, doctor, false);
        }
        assertThat(ids("")).hasSize(25);
        assertThat(ids("&page=1")).hasSize(1).doesNotContainAnyElementsOf(ids(""));
        JsonNode beyond = found(doctor.user().displayName(), "&page=99");
        assertThat(beyond.path("page").asInt()).isEqualTo(1);
        assertThat(beyond.path("pages").asInt()).isEqualTo(2);
        assertThat(beyond.path("total").asInt()).isEqualTo(26);
    }

    @Test
    @DisplayName("a status that there is not is a mistake to be told")
    void unknownStatus() {
        Http.Answer answer = new Http(port).send("GET", "/api/v1/admin/appointments?status=LOST", desk.token(), null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }
}
