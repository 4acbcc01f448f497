package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.api.AccessTable.Row;
import health.consilium.consultation.Consultations;
import health.consilium.identity.OneTimeLinks;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S10, F18: every route of the OpenAPI document against everybody: the appointment's patient, another patient, its doctor,
 * another doctor, an administrator, nobody, the patient by the link of one appointment, and with ids that were made up. A route that is not in the table fails the
 * build.
 */
@ServerTest
class AccessMatrixTests {
    private static final Set<String> WHO_THEY_ARE =
            Set.of("FORBIDDEN", "NOT_FOUND", "NOT_A_PARTICIPANT", "NOT_SIGNED_IN");

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clock clock;

    @TestFactory
    @DisplayName("L12, S10: who may do what")
    List<DynamicTest> matrix() {
        Person otherPatient = clinic.somebody(Role.PATIENT);
        Person otherDoctor = clinic.somebody(Role.DOCTOR);
        Person administrator = clinic.somebody(Role.ADMIN);
        AccessWorld before = beforeTheCall();
        AccessWorld recorded = recorded();
        List<DynamicTest> tests = new ArrayList<>();
        Map<AccessWorld, List<Person>> byLink = Map.of(before, byLinks(before), recorded, byLinks(recorded));
        for (Row row : AccessTable.ROWS) {
            AccessWorld world = row.route().contains("{recordingId}") ? recorded : before;
            List<@Nullable Person> people =
                    new ArrayList<>(List.of(world.patient(), otherPatient, world.doctor(), otherDoctor, administrator));
            people.add(null);
            List<String> answers = List.of(row.answers().split(" "));
            assertThat(answers).as(row.route()).hasSameSizeAs(AccessTable.WHO);
            boolean noIds = answers.get(AccessTable.FORGED).equals("-");
            people.add(noIds ? null : people.get(forger(answers.subList(0, AccessTable.FORGED))));
            people.addAll(byLink.get(world));
            for (int i = 0; i < people.size(); i++) {
                if (answers.get(i).equals("-")) {
                    continue;
                }
                Person person = people.get(i);
                String expected = answers.get(i);
                String who = AccessTable.WHO.get(i);
                tests.add(DynamicTest.dynamicTest(
                        row.route() + " as " + who + " → " + expected,
                        () -> check(row, who.equals("forged") ? world.forged() : world, person, expected)));
            }
        }
        return tests;
    }

    /** The patient, by the link of this appointment, and by the link of another one that is theirs. */
    private List<Person> byLinks(AccessWorld world) {
        UUID another = clinic.in(Duration.ofDays(1), world.patient(), clinic.somebody(Role.DOCTOR), true)
                .id()
                .value();
        return List.of(byLink(world.patient(), world.appointment()), byLink(world.patient(), another));
    }

    private Person byLink(Person patient, UUID appointment) {
        String token = links.issue(
                        patient.id(), "/call/" + appointment, clock.instant().plus(Duration.ofDays(1)))
                .reveal();
        Http.Answer in = new Http(port)
                .send(
                        "POST",
                        "/api/v1/auth/links/come-in",
                        null,
                        "{\"token\":\"" + token + "\",\"dateOfBirth\":\"1980-01-01\"}");
        return new Person(patient.user(), patient.email(), Http.session(in));
    }

    /** For others the made-up id would make no difference. */
    private static int forger(List<String> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> !WHO_THEY_ARE.contains(answers.get(i)))
                .findFirst()
                .orElseThrow();
    }

    private void check(Row row, AccessWorld world, @Nullable Person who, String expected) {
        Http.Answer answer = world.asks(new Http(port), row, who, clock.instant());
        if (expected.equals("ok")) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            // A file comes without an envelope; a refusal never does.
            assertThat(!answer.body().isObject()
                            || answer.body().path("success").asBoolean())
                    .isTrue();
        } else {
            assertThat(answer.code()).as(answer.body().toString()).isEqualTo(expected);
            assertThat(answer.status()).isEqualTo(ErrorCode.valueOf(expected).httpStatus());
            assertThat(answer.body().path("success").asBoolean(true)).isFalse();
        }
    }

    /** Nobody has come yet; the patient has sent a picture. There is no recording. */
    private AccessWorld beforeTheCall() {
        Clinic.Call call = clinic.call();
        UUID appointment = call.appointment().id().value();
        AccessWorld bare = new AccessWorld(
                call.patient(),
                call.doctor(),
                appointment,
                call.id(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                account(),
                Map.of());
        Http.Answer sent = bare.asks(
                new Http(port),
                new Row("POST /api/v1/consultations/{appointmentId}/attachments", AccessTable.FILE, ""),
                call.patient(),
                clock.instant());
        UUID attachment = UUID.fromString(sent.data().path("id").asString());
        return new AccessWorld(
                call.patient(),
                call.doctor(),
                appointment,
                call.id(),
                attachment,
                UUID.randomUUID(),
                prescribed(bare),
                account(),
                more(call));
    }

    private Map<String, UUID> more(Clinic.Call call) {
        Http.Answer consents = new Http(port)
                .send("GET", "/api/v1/care/consents", call.patient().token(), null);
        Person desk = clinic.somebody(Role.ADMIN);
        String webhooks = "/api/v1/admin/webhooks";
        String webhook = new Http(port)
                .send("POST", webhooks, desk.token(), AccessTable.WEBHOOK)
                .data()
                .path("webhook")
                .path("id")
                .asString();
        Http.Answer delivery = new Http(port).send("POST", webhooks + "/" + webhook + "/test", desk.token(), null);
        return Map.of(
                "consentId",
                UUID.fromString(consents.data().path(0).path("id").asString()),
                "doctorId",
                call.doctor().id().value(),
                "webhookId",
                UUID.fromString(webhook),
                "deliveryId",
                UUID.fromString(delivery.data().path("id").asString()));
    }

    /** Signed once, and a correction of it begun. */
    private UUID prescribed(AccessWorld world) {
        Http http = new Http(port);
        String doctor = world.doctor().token();
        http.send("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"L-1\"}");
        String id = http.send("POST", "/api/v1/consultations/" + world.appointment() + "/prescriptions", doctor, null)
                .data()
                .path("id")
                .asString();
        String path = "/api/v1/prescriptions/" + id;
        http.send(
                "PUT",
                path + "/draft",
                doctor,
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Ibuprofen\",\"code\":null,\"dose\":\"400 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"AS_NEEDED\",\"days\":3,\"notes\":\"\"}]}");
        http.send("POST", path + "/sign", doctor, "{\"revision\":1}");
        http.send("POST", path + "/correct", doctor, null);
        return UUID.fromString(id);
    }

    /** Both are there, and the doctor's page has recorded a second of it. */
    private AccessWorld recorded() {
        Two two = recordedCalls.bothAreHere();
        UUID recording = recordedCalls.records(two);
        int take = recordedCalls.takes(two, recording);
        byte[] first = SyntheticWebm.ofSeconds(1, 100).getFirst();
        recordedCalls.keeps(two, recording, take, 0, false, clock.instant(), clock.instant(), first);
        return new AccessWorld(
                two.patient(),
                two.doctor(),
                consultations.find(two.call()).orElseThrow().appointment().value(),
                two.call().value(),
                UUID.randomUUID(),
                recording,
                UUID.randomUUID(),
                account(),
                Map.of());
    }

    /** Of somebody who has nothing to do with it, for administrators to change. */
    private UUID account() {
        return clinic.somebody(Role.PATIENT).id().value();
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
        AccessTable.ROWS.forEach(row -> listed.add(row.route()));
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
