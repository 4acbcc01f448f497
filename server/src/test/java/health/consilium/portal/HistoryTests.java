package health.consilium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
}
