package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import health.consilium.testing.TestBrowser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S10, F18: every route of the OpenAPI document against everybody: the appointment's patient, another patient, its doctor,
 * another doctor, an administrator, nobody. A route that is not in the table fails the build.
 */
@ServerTest
class AccessMatrixTests {
    private static final List<String> WHO =
            List.of("patient", "other patient", "doctor", "other doctor", "administrator", "nobody");

    private static final String SUBSCRIPTION =
            new TestBrowser("https://fcm.googleapis.com/wp/anything").subscription("en");

    /** Method and path, a body, and the status for each of WHO. */
    private record Row(String route, @Nullable String body, String statuses) {}

    private static final List<Row> TABLE = List.of(
            new Row("GET /api/v1/app", null, "200 200 200 200 200 200"),
            new Row(
                    "POST /api/v1/auth/login",
                    "{\"email\":\"RANDOM@y.example\",\"password\":\"z\"}",
                    "401 401 401 401 401 401"),
            new Row(
                    "POST /api/v1/auth/token",
                    "{\"email\":\"RANDOM@y.example\",\"password\":\"z\"}",
                    "401 401 401 401 401 401"),
            new Row("GET /api/v1/auth/me", null, "200 200 200 200 200 401"),
            new Row("PATCH /api/v1/auth/me", "{\"zone\":\"Europe/Paris\"}", "200 200 200 200 200 401"),
            new Row("GET /api/v1/auth/demo-accounts", null, "200 200 200 200 200 200"),
            new Row(
                    "POST /api/v1/auth/demo-login",
                    "{\"id\":\"00000000-0000-4000-8000-000000000000\"}",
                    "404 404 404 404 404 404"),
            new Row("GET /api/v1/appointments", null, "200 200 200 200 200 401"),
            new Row("GET /api/v1/appointments/{appointmentId}", null, "200 404 200 404 200 401"),
            new Row(
                    "PUT /api/v1/appointments/{appointmentId}/device-check",
                    "{\"findings\":[],\"measured\":{\"relays\":[],\"rttMs\":null,\"jitterMs\":null,\"lossPercent\":null,\"kbps\":null}}",
                    "200 404 200 404 403 401"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/payment/mark-paid",
                    "{\"reason\":\"cash\"}",
                    "403 403 403 403 409 401"),
            new Row("POST /api/v1/appointments/{appointmentId}/payment/demo-checkout", null, "409 404 403 403 403 401"),
            new Row("GET /api/v1/consultations/{appointmentId}", null, "200 404 200 404 200 401"),
            new Row("POST /api/v1/consultations/{appointmentId}/entry", null, "200 403 200 403 403 401"),
            new Row("POST /api/v1/consultations/{appointmentId}/extend", "{\"minutes\":5}", "403 403 409 404 403 401"),
            new Row("GET /api/v1/consultations/{appointmentId}/chat", null, "200 404 200 404 404 401"),
            new Row("POST /api/v1/consultations/{appointmentId}/attachments", "{}", "415 415 415 415 415 401"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/attachments/{attachmentId}",
                    null,
                    "404 404 404 404 404 401"),
            new Row("GET /api/v1/consultations/{appointmentId}/rating", null, "200 404 200 404 404 401"),
            new Row(
                    "PUT /api/v1/consultations/{appointmentId}/rating",
                    "{\"stars\":5,\"issues\":[],\"text\":\"\"}",
                    "409 404 409 404 404 401"),
            new Row("GET /api/v1/consultations/{appointmentId}/quality", null, "403 403 200 404 403 401"),
            new Row("GET /api/v1/consultations/{appointmentId}/quality/summary", null, "200 404 200 404 403 401"),
            new Row("GET /api/v1/admin/quality", null, "403 403 403 403 200 401"),
            new Row("GET /api/v1/admin/quality.csv", null, "403 403 403 403 200 401"),
            new Row("POST /api/v1/signalling/tickets", null, "200 200 200 200 200 401"),
            new Row("GET /api/v1/ice-servers", null, "200 200 200 200 200 401"),
            new Row(
                    "POST /api/v1/video-call/create-room",
                    "{\"appointmentId\":\"APPOINTMENT\"}",
                    "200 403 200 403 403 401"),
            new Row("POST /api/v1/video/create-room", "{\"appointmentId\":\"APPOINTMENT\"}", "200 403 200 403 403 401"),
            new Row("GET /api/v1/video-call/{videoCallId}", null, "200 404 200 404 403 401"),
            new Row("GET /api/v1/video-call/{videoCallId}/recordings", null, "200 404 200 404 403 401"),
            new Row(
                    "PUT /api/v1/recordings/{recordingId}/takes/{take}/segments/{index}",
                    "{}",
                    "415 415 415 415 415 401"),
            new Row("GET /api/v1/recordings/{recordingId}/takes", null, "404 404 404 404 404 401"),
            new Row("GET /api/v1/recordings/{recordingId}/manifest", null, "404 404 404 404 404 401"),
            new Row("GET /api/v1/recordings/{recordingId}/media", null, "404 404 404 404 404 401"),
            new Row(
                    "PATCH /api/v1/recordings/{recordingId}",
                    "{\"patientMayDownload\":false}",
                    "404 404 404 404 404 401"),
            new Row("GET /api/v1/admin/recordings", null, "403 403 403 403 200 401"),
            new Row("GET /api/v1/admin/recordings/due", null, "403 403 403 403 200 401"),
            new Row("DELETE /api/v1/admin/recordings/{recordingId}", null, "403 403 403 403 404 401"),
            new Row("POST /api/v1/admin/recordings/{recordingId}/verify", null, "403 403 403 403 404 401"),
            new Row("GET /api/v1/push", null, "200 200 200 200 403 401"),
            new Row("PUT /api/v1/push/subscription", SUBSCRIPTION, "200 200 200 200 403 401"),
            new Row("DELETE /api/v1/push/subscription", null, "200 200 200 200 403 401"),
            // These change what the others look at, so they come last.
            new Row("PATCH /api/v1/video-call/{videoCallId}/end", null, "409 404 409 404 403 401"),
            new Row("POST /api/v1/appointments/{appointmentId}/cancel", null, "200 404 200 404 200 401"),
            new Row("POST /api/v1/auth/logout", null, "200 200 200 200 200 401"));

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @TestFactory
    @DisplayName("L12, S10: who may do what")
    List<DynamicTest> matrix() {
        Http http = new Http(port);
        Map<String, @Nullable Person> people = new LinkedHashMap<>();
        people.put("patient", clinic.somebody(Role.PATIENT));
        people.put("other patient", clinic.somebody(Role.PATIENT));
        people.put("doctor", clinic.somebody(Role.DOCTOR));
        people.put("other doctor", clinic.somebody(Role.DOCTOR));
        people.put("administrator", clinic.somebody(Role.ADMIN));
        people.put("nobody", null);
        Appointment appointment = clinic.now(required(people, "patient"), required(people, "doctor"), true);
        ConsultationView call = consultations.ofAppointment(appointment.id()).orElseThrow();
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : TABLE) {
            String[] statuses = row.statuses.split(" ");
            for (int i = 0; i < WHO.size(); i++) {
                Person person = people.get(WHO.get(i));
                int expected = Integer.parseInt(statuses[i]);
                tests.add(DynamicTest.dynamicTest(row.route + " as " + WHO.get(i) + " → " + expected, () -> {
                    String[] route = row.route.split(" ");
                    String path = route[1].replace(
                                    "{appointmentId}", appointment.id().toString())
                            .replace("{videoCallId}", call.id().toString())
                            .replace("{attachmentId}", UUID.randomUUID().toString())
                            .replace("{recordingId}", UUID.randomUUID().toString())
                            .replace("{take}", "1")
                            .replace("{index}", "0");
                    String body = row.body == null
                            ? null
                            : row.body
                                    .replace("APPOINTMENT", appointment.id().toString())
                                    .replace("RANDOM", UUID.randomUUID().toString());
                    Http.Answer answer = http.send(route[0], path, person == null ? null : person.token(), body);
                    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(expected);
                    // A file comes without an envelope; a refusal never does.
                    if (expected != 200 || answer.body().isObject()) {
                        assertThat(answer.body().path("success").asBoolean()).isEqualTo(expected == 200);
                    }
                }));
            }
        }
        return tests;
    }

    private static Person required(Map<String, @Nullable Person> people, String who) {
        Person person = people.get(who);
        if (person == null) {
            throw new IllegalStateException(who);
        }
        return person;
    }

    @Test
    @DisplayName("S10: every route of the OpenAPI document stands in the matrix")
    void theMatrixIsWhole() {
        Set<String> documented = new TreeSet<>();
        var paths =
                new Http(port).send("GET", "/v3/api-docs", null, null).body().path("paths");
        paths.propertyNames()
                .forEach(path -> paths.path(path)
                        .propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        Set<String> listed = new TreeSet<>();
        TABLE.forEach(row -> listed.add(row.route));
        assertThat(listed).isEqualTo(documented);
    }

    @Test
    @DisplayName("nothing is reachable without a rule: an unknown route of the API is refused to everybody")
    void unknownRoutesAreRefused() {
        Http http = new Http(port);
        assertThat(http.send("GET", "/api/v1/secrets", null, null).status()).isEqualTo(401);
        assertThat(http.send(
                                "GET",
                                "/api/v2/anything",
                                clinic.somebody(Role.ADMIN).token(),
                                null)
                        .status())
                .isEqualTo(403);
        assertThat(http.send("GET", "/actuator/env", null, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("the metrics are for administrators, and for Prometheus with its own token, which opens nothing else")
    void metrics() {
        Http http = new Http(port);
        String metrics = "/actuator/prometheus";
        assertThat(http.send("GET", metrics, null, null).status()).isEqualTo(401);
        assertThat(bearing("wrong-" + ServerTest.METRICS_TOKEN, metrics)).isEqualTo(401);
        assertThat(http.send("GET", metrics, clinic.somebody(Role.PATIENT).token(), null)
                        .status())
                .isEqualTo(403);
        assertThat(http.send("GET", metrics, clinic.somebody(Role.ADMIN).token(), null)
                        .status())
                .isNotIn(401, 403);
        assertThat(bearing(ServerTest.METRICS_TOKEN, metrics)).isNotIn(401, 403);
        assertThat(bearing(ServerTest.METRICS_TOKEN, "/actuator/env")).isEqualTo(401);
        assertThat(bearing(ServerTest.METRICS_TOKEN, "/api/v1/appointments")).isEqualTo(401);
    }

    private int bearing(String token, String path) {
        Http http = new Http(port);
        return http.send(http.request("GET", path, null)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .status();
    }
}
