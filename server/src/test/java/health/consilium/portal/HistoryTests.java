package health.consilium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.AppointmentId;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** L7: the history of both. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class HistoryTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    private Person patient;
    private Person doctor;

    @BeforeEach
    void people() {
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
    }

    private void past(int count) {
        for (int i = 0; i < count; i++) {
            var appointment = clinic.in(Duration.ofHours(i + 1), patient, doctor, true);
            consultations.cancel(
                    consultations.ofAppointment(appointment.id()).orElseThrow().id(), doctor.user());
        }
    }

    private JsonNode history(Person who, String query) {
        return new Http(port)
                .send("GET", "/api/v1/history?" + query, who.token(), null)
                .data();
    }

    private static String of(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("L7: pages of twenty, newest first, without gap or double")
    void pages() {
        past(21);
        JsonNode first = history(patient, "");
        JsonNode second = history(patient, "page=1");
        assertThat(first.path("items")).hasSize(20);
        assertThat(second.path("items")).hasSize(1);
        assertThat(first.path("total").asInt()).isEqualTo(21);
        assertThat(first.at("/items/0/appointment/start").asString())
                .isGreaterThan(first.at("/items/19/appointment/start").asString())
                .isGreaterThan(second.at("/items/0/appointment/start").asString());
        assertThat(history(patient, "page=99").path("page").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("L7: found by the other one's name and by time; what does not fit says that there is more")
    void search() {
        past(2);
        String name = doctor.user().displayName();
        assertThat(history(patient, "q=" + of(name.toUpperCase(java.util.Locale.ROOT)))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(history(doctor, "q=" + of(name)).path("total").asInt())
                .as("a doctor searches patients")
                .isZero();
        JsonNode none = history(patient, "q=nobody");
        assertThat(none.path("total").asInt()).isZero();
        assertThat(none.path("any").asBoolean()).isTrue();
        String start = history(patient, "").at("/items/0/appointment/start").asString();
        assertThat(history(patient, "from=" + of(start)).path("total").asInt()).isEqualTo(1);
        assertThat(history(patient, "to=" + of(start)).path("total").asInt()).isEqualTo(1);
        assertThat(history(clinic.somebody(Role.PATIENT), "").path("any").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("L7: each says whether there is a summary and what was prescribed")
    void marks() {
        Clinic.Call call = clinic.call();
        String base = "/api/v1/consultations/" + call.appointment().id() + "/summary";
        Http http = new Http(port);
        http.send("PUT", base, call.doctor().token(), "{\"revision\":0,\"agreed\":\"Rest\",\"nextStep\":\"\"}");
        http.send("POST", base + "/release", call.doctor().token(), "{\"revision\":1}");
        consultations.arrived(new ConsultationId(call.id()), call.doctor().id());
        consultations.end(new ConsultationId(call.id()), call.doctor().user());
        JsonNode item = history(call.patient(), "").at("/items/0");
        assertThat(item.path("summary").asBoolean()).isTrue();
        assertThat(item.path("prescriptions").asInt()).isZero();
    }

    @Test
    @DisplayName("L7: the desk leafs through all that was, however old, and searches it by patient and by doctor")
    void theClinics() {
        Person desk = clinic.somebody(Role.ADMIN);
        String family = "Qx" + UUID.randomUUID().toString().substring(0, 8);
        patient = clinic.named("Zo\u00eb " + family, Role.PATIENT);
        past(21);
        String old = clinic.unprepared(Duration.ofDays(-800), patient, doctor, true)
                .id()
                .toString();
        String asked = "q=" + of("ZOE " + family);
        JsonNode first = history(desk, asked);
        JsonNode second = history(desk, asked + "&page=1");
        assertThat(first.path("items")).hasSize(20);
        assertThat(first.path("total").asInt()).isEqualTo(22);
        assertThat(first.path("pages").asInt()).isEqualTo(2);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.at("/items/1/appointment/id").asString()).isEqualTo(old);
        assertThat(history(desk, asked + "&page=99")).isEqualTo(second);
        String edge = second.at("/items/0/appointment/start").asString();
        assertThat(history(desk, asked + "&from=" + of(edge)).path("total").asInt())
                .isEqualTo(21);
        assertThat(history(desk, asked + "&to=" + of(edge)).path("total").asInt())
                .isEqualTo(1);
        assertThat(history(desk, asked + "&from=" + of(edge))
                        .at("/items/0/appointment/id")
                        .asString())
                .as("the newest first, also from a day on")
                .isEqualTo(first.at("/items/0/appointment/id").asString());
        assertThat(history(doctor, asked).path("total").asInt()).isEqualTo(22);
        assertThat(history(clinic.somebody(Role.DOCTOR), asked).path("total").asInt())
                .as("another doctor's are not theirs")
                .isZero();
        JsonNode none = history(desk, "q=nobodyIsCalledSo");
        assertThat(none.path("total").asInt()).isZero();
        assertThat(none.path("any").asBoolean()).isTrue();
    }

    @Test
    @DisplayName(
            "L7: a conversation is past when it has ended, not when its time was booked to end; the same for each who looks")
    void endedEarly() {
        Clinic.Call call = clinic.call();
        Person desk = clinic.somebody(Role.ADMIN);
        String asked = "q=" + of(call.doctor().user().displayName()) + "&from="
                + of(call.appointment().start());
        String own = "from=" + of(call.appointment().start());
        assertThat(ids(desk, asked)).doesNotContain(call.appointment().id().toString());
        assertThat(ids(call.doctor(), own)).isEmpty();
        assertThat(ids(call.patient(), own)).isEmpty();
        consultations.arrived(new ConsultationId(call.id()), call.doctor().id());
        consultations.end(new ConsultationId(call.id()), call.doctor().user());
        assertThat(ids(desk, asked)).contains(call.appointment().id().toString());
        assertThat(ids(call.doctor(), own))
                .containsExactly(call.appointment().id().toString());
        assertThat(ids(call.patient(), own))
                .containsExactly(call.appointment().id().toString());
    }

    @Test
    @DisplayName("L7: what the clock does not tell: open within its window, over when it ended before")
    void againstTheClock() {
        Clinic.Call call = clinic.call();
        AppointmentId id = call.appointment().id();
        Instant start = call.appointment().start();
        Instant end = call.appointment().end();
        assertThat(consultations.againstTheClock(start.minusMillis(1)).open()).doesNotContain(id);
        assertThat(consultations.againstTheClock(start).open()).contains(id);
        assertThat(consultations.againstTheClock(end.minusMillis(1)).open()).contains(id);
        assertThat(consultations.againstTheClock(end).open()).doesNotContain(id);
        assertThat(consultations.againstTheClock(end.minusMillis(1)).over()).doesNotContain(id);
        consultations.arrived(new ConsultationId(call.id()), call.doctor().id());
        consultations.end(new ConsultationId(call.id()), call.doctor().user());
        assertThat(consultations.againstTheClock(end.minusMillis(1)).over()).contains(id);
        assertThat(consultations.againstTheClock(end).over()).doesNotContain(id);
        assertThat(consultations.againstTheClock(end.minusMillis(1)).open()).doesNotContain(id);
    }

    private List<String> ids(Person who, String query) {
        return history(who, query)
                .path("items")
                .valueStream()
                .map(item -> item.at("/appointment/id").asString())
                .toList();
    }
}
