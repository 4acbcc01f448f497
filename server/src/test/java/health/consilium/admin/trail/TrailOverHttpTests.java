package health.consilium.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Call;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A7, S29, U29: the audit trail as administrators and patients read it. */
@ServerTest
class TrailOverHttpTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    private Http http;
    private Person desk;
    private Call call;

    @BeforeEach
    void aDoctorHasLooked() {
        http = new Http(port);
        desk = clinic.somebody(Role.ADMIN);
        call = clinic.call();
        String appointment = call.appointment().id().value().toString();
        http.send(
                "GET",
                "/api/v1/consultations/" + appointment + "/chat",
                call.doctor().token(),
                null);
        http.send("GET", "/api/v1/appointments/" + appointment, desk.token(), null);
    }

    @Test
    @DisplayName("A7: filtered by who, whose, what and when; each entry has names beside ids")
    void filters() {
        String doctor = call.doctor().id().toString();
        String patient = call.patient().id().toString();
        JsonNode byDoctor = list("actor=" + doctor + "&action=VIEWED");
        assertThat(byDoctor).hasSize(1);
        assertThat(byDoctor.get(0).path("subject").asString()).isEqualTo("CHAT");
        assertThat(byDoctor.get(0).path("actor").path("name").asString()).startsWith("Dr Test");
        assertThat(byDoctor.get(0).path("patient").path("id").asString()).isEqualTo(patient);
        assertThat(list("patient=" + patient + "&action=VIEWED")).hasSize(2);
        assertThat(list("patient=" + patient + "&subject=CHAT")).hasSize(1);
        assertThat(list("patient=" + patient + "&from=2030-01-07T09:00:00Z&to=2030-01-07T09:00:00Z"))
                .isEmpty();
        assertThat(http.send("GET", "/api/v1/admin/audit?action=PEEKED", desk.token(), null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("A7: pages follow each other by number, whole and without doubles")
    void pages() {
        for (int i = 0; i < 60; i++) {
            clinic.somebody(Role.PATIENT);
            http.send("POST", "/api/v1/admin/audit/verify", desk.token(), null);
        }
        long last = Long.MAX_VALUE;
        int pages = 0;
        String before = "";
        while (pages < 50) {
            JsonNode page = http.send("GET", "/api/v1/admin/audit" + before, desk.token(), null)
                    .data();
            for (JsonNode entry : page.path("entries")) {
                assertThat(entry.path("number").asLong()).isLessThan(last);
                last = entry.path("number").asLong();
            }
            pages++;
            if (page.path("next").isNull()) {
                break;
            }
            assertThat(page.path("entries")).hasSize(100);
            before = "?before=" + page.path("next").asLong();
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(last).isEqualTo(1);
    }

    @Test
    @DisplayName("S29: the whole chain is verified from the page, and that somebody did is an entry, too")
    void verifies() {
        JsonNode found = http.send("POST", "/api/v1/admin/audit/verify", desk.token(), null)
                .data();
        assertThat(found.path("fault").isNull()).isTrue();
        assertThat(found.path("entries").asLong())
                .isEqualTo(found.path("head").path("number").asLong());
        assertThat(list("actor=" + desk.id() + "&action=CHECKED")).isNotEmpty();
    }

    @Test
    @DisplayName("A7: as a table with the same filter, and the export is an entry")
    void table() {
        String csv = http.send(
                        "GET",
                        "/api/v1/admin/audit.csv?patient=" + call.patient().id(),
                        desk.token(),
                        null)
                .raw()
                .body();
        assertThat(csv.lines().toList()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(csv)
                .startsWith("\uFEFFnumber,at,role,actor")
                .contains("VIEWED,CHAT,")
                .doesNotContain("A test of");
        assertThat(list("actor=" + desk.id() + "&action=EXPORTED&subject=AUDIT"))
                .hasSize(1);
    }

    @Test
    @DisplayName("U29: a patient sees who saw their data: the doctor by name, the clinic without; nothing of others")
    void whoSawMyData() {
        JsonNode mine = http.send(
                        "GET", "/api/v1/account/accesses", call.patient().token(), null)
                .data();
        assertThat(mine.findValuesAsString("subject")).contains("CHAT", "APPOINTMENT");
        for (JsonNode access : mine) {
            assertThat(List.of("DOCTOR", "ADMIN")).contains(access.path("role").asString());
            assertThat(access.path("who").isNull())
                    .isEqualTo(access.path("role").asString().equals("ADMIN"));
        }
        assertThat(http.send(
                                "GET",
                                "/api/v1/account/accesses",
                                clinic.somebody(Role.PATIENT).token(),
                                null)
                        .data())
                .isEmpty();
    }

    private JsonNode list(String filter) {
        return http.send("GET", "/api/v1/admin/audit?" + filter, desk.token(), null)
                .data()
                .path("entries");
    }
}
