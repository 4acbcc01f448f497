package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.audit.chain.ChainStore;
import health.consilium.audit.chain.Link;
import health.consilium.audit.chain.Search;
import health.consilium.identity.Role;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.BrokenTrail;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S29, U29: whoever is shown somebody else's health data stands in the audit trail. A route that is read and stands in
 * neither list fails the build.
 */
@ServerTest
class AuditedRoutesTests {
    /**
     * @param route of the OpenAPI document
     * @param who looks: the doctor of the appointment or an administrator
     * @param entry action and subject
     * @param named the part of the path that the entry names, if one
     */
    private record Shown(
            String route, Role who, String entry, @Nullable String named) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown("/api/v1/appointments", Role.DOCTOR, "VIEWED APPOINTMENTS", null),
            new Shown("/api/v1/appointments/{appointmentId}", Role.DOCTOR, "VIEWED APPOINTMENT", "appointmentId"),
            new Shown("/api/v1/appointments/{appointmentId}", Role.ADMIN, "VIEWED APPOINTMENT", "appointmentId"),
            new Shown(
                    "/api/v1/appointments/{appointmentId}/calendar.ics",
                    Role.DOCTOR,
                    "DOWNLOADED APPOINTMENT",
                    "appointmentId"),
            new Shown("/api/v1/appointments/{appointmentId}/emergency", Role.DOCTOR, "VIEWED ADDRESS", "appointmentId"),
            new Shown(
                    "/api/v1/appointments/{appointmentId}/care-record",
                    Role.DOCTOR,
                    "VIEWED PATIENT_DATA",
                    "appointmentId"),
            new Shown("/api/v1/booking/patients", Role.ADMIN, "VIEWED ACCOUNT", null),
            new Shown("/api/v1/consultations/{appointmentId}", Role.DOCTOR, "VIEWED CALL", "appointmentId"),
            new Shown("/api/v1/consultations/{appointmentId}", Role.ADMIN, "VIEWED CALL", "appointmentId"),
            new Shown("/api/v1/consultations/{appointmentId}/chat", Role.DOCTOR, "VIEWED CHAT", "appointmentId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/attachments/{attachmentId}",
                    Role.DOCTOR,
                    "DOWNLOADED FILE",
                    "attachmentId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/quality",
                    Role.DOCTOR,
                    "VIEWED QUALITY_REPORT",
                    "appointmentId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/quality/summary",
                    Role.DOCTOR,
                    "VIEWED QUALITY_REPORT",
                    "appointmentId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/prescriptions",
                    Role.DOCTOR,
                    "VIEWED PRESCRIPTION",
                    "appointmentId"),
            new Shown(
                    "/api/v1/prescriptions/{prescriptionId}/versions/{number}/pdf",
                    Role.DOCTOR,
                    "DOWNLOADED PRESCRIPTION",
                    "prescriptionId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/allergies",
                    Role.DOCTOR,
                    "VIEWED PATIENT_DATA",
                    "appointmentId"),
            new Shown("/api/v1/consultations/{appointmentId}/summary", Role.DOCTOR, "VIEWED SUMMARY", "appointmentId"),
            new Shown(
                    "/api/v1/consultations/{appointmentId}/rating/all", Role.DOCTOR, "VIEWED RATING", "appointmentId"),
            new Shown("/api/v1/consultations/{appointmentId}/rating/all", Role.ADMIN, "VIEWED RATING", "appointmentId"),
            new Shown("/api/v1/admin/appointments", Role.ADMIN, "VIEWED APPOINTMENTS", null),
            new Shown("/api/v1/history", Role.DOCTOR, "VIEWED APPOINTMENTS", null),
            new Shown(
                    "/api/v1/appointments/{appointmentId}/receipt.pdf",
                    Role.ADMIN,
                    "DOWNLOADED RECEIPT",
                    "appointmentId"),
            new Shown("/api/v1/admin/payments", Role.ADMIN, "VIEWED PAYMENT", null),
            new Shown("/api/v1/admin/payments/table.csv", Role.ADMIN, "EXPORTED PAYMENT", null),
            new Shown("/api/v1/admin/payments/{appointmentId}", Role.ADMIN, "VIEWED PAYMENT", "appointmentId"),
            new Shown("/api/v1/admin/audit", Role.ADMIN, "VIEWED AUDIT", null),
            new Shown("/api/v1/admin/audit.csv", Role.ADMIN, "EXPORTED AUDIT", null),
            new Shown("/api/v1/admin/users", Role.ADMIN, "VIEWED ACCOUNT", null),
            new Shown("/api/v1/admin/data-requests", Role.ADMIN, "VIEWED PATIENT_DATA", null),
            new Shown("/api/v1/admin/live", Role.ADMIN, "VIEWED CALL", null),
            new Shown("/api/v1/admin/quality", Role.ADMIN, "VIEWED QUALITY_REPORT", null),
            new Shown("/api/v1/admin/quality.csv", Role.ADMIN, "EXPORTED QUALITY_REPORT", null),
            new Shown("/api/v1/video-call/{videoCallId}", Role.DOCTOR, "VIEWED CALL", "videoCallId"),
            new Shown("/api/v1/video-call/{videoCallId}/recordings", Role.DOCTOR, "VIEWED RECORDING", "videoCallId"),
            new Shown("/api/v1/recordings/{recordingId}/media", Role.DOCTOR, "VIEWED RECORDING", "recordingId"),
            new Shown("/api/v1/recordings/{recordingId}/poster", Role.DOCTOR, "VIEWED RECORDING", "recordingId"));

    /** What is read and holds no health data of another, and why not. */
    private static final Map<String, String> NOTHING_OF_OTHERS = Map.ofEntries(
            Map.entry("/api/v1/messages", "the reader's own messages"),
            Map.entry("/api/v1/messages/unread", "the reader's own messages"),
            Map.entry("/api/v1/messages/preferences", "the reader's own settings"),
            Map.entry("/api/v1/admin/messages", "who was written to and whether it went; not what about"),
            Map.entry("/api/v1/demo/mailbox", "made-up people's mails"),
            Map.entry("/api/v1/demo/mailbox/{mailId}", "made-up people's mails"),
            Map.entry("/api/v1/demo/mailbox/{mailId}/page", "made-up people's mails"),
            Map.entry("/api/v1/demo/mailbox/{mailId}/files/{number}", "made-up people's mails"),
            Map.entry("/api/v1/app", "the clinic's name and settings"),
            Map.entry("/api/v1/auth/me", "oneself"),
            Map.entry("/api/v1/auth/demo-accounts", "made-up people, only in the demo"),
            Map.entry("/api/v1/booking/needs", "what one said oneself"),
            Map.entry("/api/v1/doctors", "what doctors tell everybody"),
            Map.entry("/api/v1/doctors/{doctorId}/slots", "free times, nobody's"),
            Map.entry("/api/v1/doctors/{doctorId}/availability", "a doctor's hours, no patient's"),
            Map.entry("/api/v1/conferencing/jitsi/conference/{conferenceId}", "whether a room may be, nobody's name"),
            Map.entry("/api/v1/ice-servers", "credentials of the relay"),
            Map.entry("/api/v1/appointments/{appointmentId}/payment", "a price and whether it is paid"),
            Map.entry("/api/v1/account/accesses", "what others did with one's own data"),
            Map.entry("/api/v1/account/data-requests", "what one asked for oneself"),
            Map.entry("/api/v1/account/data-requests/{requestId}/file", "one's own; see PersonalDataTests"),
            Map.entry("/api/v1/admin/data-requests/{requestId}/file", "once, with its entry; see DataOfOthersTests"),
            Map.entry("/api/v1/admin/users/{userId}", "an account, nothing of health"),
            Map.entry("/api/v1/auth/second-factor", "one's own second factor"),
            Map.entry("/api/v1/auth/passkeys", "one's own passkeys"),
            Map.entry("/api/v1/auth/sessions", "one's own sign-ins"),
            Map.entry("/api/v1/admin/retention", "how many of what are old, nobody's"),
            Map.entry("/api/v1/admin/check", "how the installation stands"),
            Map.entry("/api/v1/push", "one's own browser"),
            Map.entry("/api/v1/appointments/{appointmentId}/before-care", "what a patient is asked and said oneself"),
            Map.entry("/api/v1/care/consents", "one's own answers"),
            Map.entry("/api/v1/care/consents/{consentId}/text", "what one answered oneself"),
            Map.entry("/api/v1/care/help-numbers", "numbers for everybody"),
            Map.entry("/api/v1/admin/licences", "doctors' licence numbers, no patient's"),
            Map.entry("/api/v1/admin/webhooks", "where other systems listen"),
            Map.entry("/api/v1/admin/webhooks/{webhookId}/deliveries", "ids and times, nobody's name"),
            Map.entry("/api/v1/prescriber", "one's own licence number"),
            Map.entry("/api/v1/medications", "names of medications"),
            Map.entry("/api/v1/consultations/{appointmentId}/rating", "what one wrote oneself"),
            Map.entry("/api/v1/recordings/{recordingId}/takes", "numbers of takes, for the page that records"),
            Map.entry("/api/v1/recordings/{recordingId}/manifest", "length and gaps, nobody's name"),
            Map.entry("/api/v1/admin/recordings", "ids and sizes, nobody's name"),
            Map.entry("/api/v1/admin/recordings/due", "ids"),
            Map.entry("/api/v1/admin/recordings/{recordingId}/check", "whether parts are whole"));

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private ChainStore chain;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Http http;

    @BeforeEach
    void speaks() {
        http = new Http(port);
    }

    @Test
    @DisplayName(
            "S29: every route that is read shows nothing of others, or stands in the list of those that make entries")
    void everyRouteIsListed() {
        Set<String> read = new TreeSet<>();
        var paths = http.send("GET", "/v3/api-docs", null, null).body().path("paths");
        for (String path : paths.propertyNames()) {
            if (paths.path(path).has("get")) {
                read.add(path);
            }
        }
        Set<String> listed = new TreeSet<>(NOTHING_OF_OTHERS.keySet());
        SHOWN.forEach(shown -> listed.add(shown.route));
        assertThat(listed).isEqualTo(read);
    }

    @TestFactory
    @DisplayName("S29, U29: whoever is shown health data of another stands in the trail, once; the patient does not")
    List<DynamicTest> entries() {
        return SHOWN.stream()
                .map(shown -> DynamicTest.dynamicTest(
                        shown.route + " as " + shown.who + " → " + shown.entry, () -> makesItsEntry(shown)))
                .toList();
    }

    private void makesItsEntry(Shown shown) {
        World world = shown.route.contains("recording") ? recorded() : before();
        Person who = shown.who == Role.ADMIN ? clinic.somebody(Role.ADMIN) : world.doctor;
        String path = world.path(shown.route);
        long before = chain.head().number();
        http.send("GET", path, clinic.somebody(Role.PATIENT).token(), null);
        assertThat(http.send("GET", path, who.token(), null).status()).isEqualTo(200);
        assertThat(http.send("GET", path, who.token(), null).status()).isEqualTo(200);
        List<Link> made = entries(who).stream()
                .filter(link -> link.number() > before && !link.action().equals("SIGNED_IN"))
                .toList();
        // Those on a list: each their own, once.
        assertThat(made.stream().filter(link -> ofAList(shown, link)).map(Link::patient))
                .doesNotHaveDuplicates();
        assertThat(made.stream().filter(link -> !ofAList(shown, link)))
                .as(shown.toString())
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.action() + " " + link.subject()).isEqualTo(shown.entry);
                    assertThat(link.subjectId()).isEqualTo(shown.named == null ? null : world.ids.get(shown.named));
                    assertThat(link.role()).isEqualTo(shown.who.name());
                    assertThat(link.patient())
                            .isEqualTo(
                                    shown.named == null
                                            ? null
                                            : world.patient.id().value());
                });
        if (shown.who == Role.DOCTOR) {
            long end = chain.head().number();
            http.send("GET", path, world.patient.token(), null);
            assertThat(chain.after(end, 10)).as("one's own").isEmpty();
        }
    }

    private static boolean ofAList(Shown shown, Link link) {
        return shown.named == null
                && link.patient() != null
                && link.patient().toString().equals(link.subjectId())
                && (link.action() + " " + link.subject()).equals(shown.entry);
    }

    @TestFactory
    @DisplayName("S29, fail closed: where the trail takes no entry, nothing of another's health data is shown")
    List<DynamicTest> failsClosed() {
        return SHOWN.stream()
                .map(shown -> DynamicTest.dynamicTest(
                        shown.route + " as " + shown.who + " without the trail", () -> showsNothing(shown)))
                .toList();
    }

    private void showsNothing(Shown shown) {
        World world = shown.route.contains("recording") ? recorded() : before();
        Person who = shown.who == Role.ADMIN ? clinic.somebody(Role.ADMIN) : world.doctor;
        String path = world.path(shown.route);
        try (BrokenTrail broken = BrokenTrail.in(jdbc)) {
            Http.Answer answer = http.send("GET", path, who.token(), null);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(500);
            assertThat(answer.body().path("success").asBoolean(true)).isFalse();
            assertThat(answer.body().path("data").isMissingNode()
                            || answer.body().path("data").isNull())
                    .isTrue();
            assertThat(answer.raw().body())
                    .doesNotContain(world.patient.id().toString(), world.patient.email(), "A test of everything");
        }
        assertThat(http.send("GET", path, who.token(), null).status()).isEqualTo(200);
    }

    private List<Link> entries(Person who) {
        return chain.search(new Search(null, who.id().value(), null, null, null, null, null, false), 500);
    }

    private record World(Person patient, Person doctor, Map<String, String> ids) {
        String path(String route) {
            String path = route;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            return path;
        }
    }

    private World before() {
        Clinic.Call call = clinic.call();
        Map<String, String> ids = new HashMap<>();
        ids.put("appointmentId", call.appointment().id().value().toString());
        ids.put("videoCallId", call.id().toString());
        String form = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\n\r\n"
                + "\u0089PNG\r\n\u001a\n\r\n--limit--\r\n";
        Http.Answer sent = http.send(
                http.request("POST", "/api/v1/consultations/" + ids.get("appointmentId") + "/attachments", null)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .method("POST", BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1)),
                call.patient().token());
        ids.put("attachmentId", sent.data().path("id").asString());
        ids.put(
                "prescriptionId",
                prescribed(ids.get("appointmentId"), call.doctor().token()));
        ids.put("number", "1");
        return new World(call.patient(), call.doctor(), ids);
    }

    private String prescribed(@Nullable String appointment, String doctor) {
        http.send("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"L-1\"}");
        String id = http.send("POST", "/api/v1/consultations/" + appointment + "/prescriptions", doctor, null)
                .data()
                .path("id")
                .asString();
        http.send(
                "PUT",
                "/api/v1/prescriptions/" + id + "/draft",
                doctor,
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Ibuprofen\",\"code\":null,\"dose\":\"400 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"AS_NEEDED\",\"days\":3,\"notes\":\"\"}]}");
        http.send("POST", "/api/v1/prescriptions/" + id + "/sign", doctor, "{\"revision\":1}");
        return id;
    }

    private World recorded() {
        Two two = recordedCalls.bothAreHere();
        UUID recording = recordedCalls.records(two);
        int take = recordedCalls.takes(two, recording);
        byte[] first = SyntheticWebm.ofSeconds(1, 100).getFirst();
        recordedCalls.keeps(two, recording, take, 0, false, clock.instant(), clock.instant(), first);
        http.send(
                http.request("PUT", "/api/v1/recordings/" + recording + "/takes/" + take + "/poster", null)
                        .header("Content-Type", "image/jpeg")
                        .header("X-Taken-At", String.valueOf(clock.instant().toEpochMilli()))
                        .method("PUT", BodyPublishers.ofString("\u00ff\u00d8\u00ff", StandardCharsets.ISO_8859_1)),
                two.doctor().token());
        return new World(
                two.patient(),
                two.doctor(),
                Map.of("videoCallId", two.call().value().toString(), "recordingId", recording.toString()));
    }
}
