package health.consilium.admin.live;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A7: administrators see the calls that are held now, and end them. */
@ServerTest
class LiveCallsTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Consultations consultations;

    @Test
    @DisplayName("A7: a call is listed while somebody is in it, with who is there; ended by the clinic it is gone")
    void listedAndEnded() {
        Http http = new Http(port);
        Person desk = clinic.somebody(Role.ADMIN);
        Clinic.Call nobodyCame = clinic.call();
        Two two = calls.bothAreHere();
        consultations.mediaUp(two.call(), two.patient().id());
        consultations.mediaUp(two.call(), two.doctor().id());
        String appointment = http.send(
                        "GET", "/api/v1/appointments", two.doctor().token(), null)
                .data()
                .get(0)
                .path("id")
                .asString();
        JsonNode call = find(http, desk, appointment);
        assertThat(call.path("patientHere").asBoolean()).isTrue();
        assertThat(call.path("doctorHere").asBoolean()).isTrue();
        assertThat(call.path("phase").asString()).isEqualTo("LIVE");
        assertThat(call.path("doctor").asString()).startsWith("Dr Test");
        assertThat(find(http, desk, nobodyCame.appointment().id().value().toString())
                        .isMissingNode())
                .isTrue();
        http.send("POST", "/api/v1/consultations/" + appointment + "/end", desk.token(), null);
        assertThat(find(http, desk, appointment).isMissingNode()).isTrue();
    }

    private static JsonNode find(Http http, Person desk, String appointment) {
        JsonNode all =
                http.send("GET", "/api/v1/admin/live", desk.token(), null).data();
        for (JsonNode call : all) {
            if (call.path("appointmentId").asString().equals(appointment)) {
                return call;
            }
        }
        return all.path("none");
    }
}
