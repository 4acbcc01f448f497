package health.consilium.admin.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.kernel.DataDirectory;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** U29, S25: patients get a copy of everything, once, and have it erased; what is gone is nowhere any more. */
@ServerTest
class PersonalDataTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private Requests requests;

    @Autowired
    private Consultations consultations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MutableClock clock;

    private final String watermark = "watermark" + UUID.randomUUID().toString().substring(0, 8);

    private Http http;
    private Person desk;
    private Two two;
    private UUID recording;

    @BeforeEach
    void aCallWithEverything() throws IOException {
        http = new Http(port);
        desk = clinic.somebody(Role.ADMIN);
        two = recordedCalls.bothAreHere();
        consultations.mediaUp(two.call(), two.patient().id());
        consultations.mediaUp(two.call(), two.doctor().id());
        recording = recordedCalls.records(two);
        int take = recordedCalls.takes(two, recording);
        byte[] first = SyntheticWebm.ofSeconds(1, 100).getFirst();
        recordedCalls.keeps(two, recording, take, 0, true, clock.instant(), clock.instant(), first);
        // Before the name is another one: what was signed keeps the name, as it must.
        afterCare();
        UUID file = UUID.randomUUID();
        Files.writeString(data.directory("attachments").resolve(file.toString()), watermark);
        jdbc.sql("update scheduling_appointment set reason = ? where patient = ?")
                .params(watermark, two.patient().id().value())
                .update();
        jdbc.sql("update identity_account set display_name = ? where id = ?")
                .params(watermark, two.patient().id().value())
                .update();
        jdbc.sql("update care_visit set address = ? where patient = ?")
                .params(watermark, two.patient().id().value())
                .update();
        jdbc.sql("insert into chat_attachment values (?, ?, ?, ?, 'image/png', 9, now())")
                .params(file, two.call().value(), two.patient().id().value(), watermark + ".png")
                .update();
        whatPeopleWrote();
        jdbc.sql("insert into chat_message (id, key, consultation, sender, body, attachment, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?, now())")
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        two.call().value(),
                        two.doctor().id().value(),
                        watermark + " <b>",
                        file)
                .update();
    }

    /** Signed, agreed and measured, in the real ways where there is one. */
    private void afterCare() {
        String call = "/api/v1/consultations/" + appointment();
        asks("PUT", "/api/v1/prescriber", "{\"licence\":\"DE-4711\"}");
        String path = "/api/v1/prescriptions/"
                + asks("POST", call + "/prescriptions", null).path("id").asString();
        asks(
                "PUT",
                path + "/draft",
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Amoxicillin\",\"code\":null,\"dose\":\"500 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"THREE_TIMES_DAILY\",\"days\":7,\"notes\":\"\"}]}");
        asks("POST", path + "/sign", "{\"revision\":1}");
        asks("PUT", call + "/summary", "{\"revision\":0,\"agreed\":\"Rest for a week\",\"nextStep\":\"Blood test\"}");
        asks("POST", call + "/summary/release", "{\"revision\":1}");
        UUID person = two.patient().id().value();
        jdbc.sql("insert into quality_wait values (?, ?, now(), 'setUp', 900)")
                .params(two.call().value(), person)
                .update();
        jdbc.sql("insert into quality_summary values (?, ?, now(), jsonb_build_object('samples', 0,"
                        + " 'pictures', jsonb_build_object('sharp', 0, 'medium', 0, 'small', 0, 'none', 1), 'relayed', 0,"
                        + " 'limitedByCpu', 0, 'limitedByBandwidth', 0, 'frozen', 0, 'troubles', jsonb_build_array("
                        + "jsonb_build_object('cause', ?::text, 'side', 'OWN', 'share', 0))))"
                        + " on conflict (consultation, person) do update set figures = excluded.figures")
                .params(two.call().value(), person, watermark)
                .update();
        jdbc.sql("insert into quality_samples values (?, ?, now()" + ", '{}'".repeat(26) + ")")
                .params(two.call().value(), person)
                .update();
    }

    /** Beside the call: what the patient said of it and needs, and why something was moved and paid. */
    private void whatPeopleWrote() {
        UUID visit = UUID.fromString(appointment());
        UUID person = two.patient().id().value();
        write(
                "insert into feedback_rating values (?, ?, 2, '{}', ?, now(), now())",
                two.call().value(),
                person,
                watermark);
        write(
                "insert into prescription_allergies values (?, 1, 'LISTED', array[?::text], ?, now())",
                person,
                watermark,
                person);
        write("insert into scheduling_intake values (?, ?, ?, true, false, false, now())", visit, person, watermark);
        write(
                "insert into scheduling_change (appointment, number, at, person, kind, starts_at, reason)"
                        + " values (?, 1, now(), ?, 'MOVED', now(), ?)",
                visit,
                person,
                watermark);
        write("update payment_payment set reason = ? where appointment = ?", watermark + " paid", visit);
        write("update payment_money set why = ? where appointment = ?", watermark + " came", visit);
        write(
                "insert into payment_event (appointment, at, kind, words) values (?, now(), 'PAID', ?)",
                visit,
                watermark);
    }

    private void write(String sql, Object... values) {
        assertThat(jdbc.sql(sql).params(values).update()).as(sql).isOne();
    }

    private List<String> history() {
        return jdbc.sql(
                        "select (to_jsonb(e) - 'words')::text from payment_event e where appointment = ?::uuid order by id")
                .param(appointment())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String appointment() {
        return jdbc.sql("select id from scheduling_appointment where patient = ?")
                .param(two.patient().id().value())
                .query(String.class)
                .single();
    }

    private JsonNode asks(String method, String path, @Nullable String body) {
        Http.Answer answer = http.send(method, path, two.doctor().token(), body);
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer.data();
    }

    private String ask(String kind) {
        return ask(kind, two.patient());
    }

    private String ask(String kind, Person patient) {
        for (JsonNode one : http.send(
                        "POST", "/api/v1/account/data-requests", patient.token(), "{\"kind\":\"" + kind + "\"}")
                .data()) {
            if (one.path("kind").asString().equals(kind)) {
                return one.path("id").asString();
            }
        }
        throw new AssertionError("not asked");
    }

    private Http.Answer confirm(String id) {
        return http.send("POST", "/api/v1/admin/data-requests/" + id + "/confirm", desk.token(), null);
    }

    private HttpResponse<byte[]> fetch(String id, Person who) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/account/data-requests/" + id + "/file"))
                .header("Cookie", "CONSILIUM_SESSION=" + who.token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    @DisplayName(
            "R7: a copy that the clinic fetches for a patient has what was agreed and no film; their own has the film")
    void noFilmForTheClinic() throws IOException {
        for (boolean own : List.of(true, false)) {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            requests.write(two.patient().id(), own, zip);
            Map<String, String> files = unzip(zip.toByteArray());
            assertThat(files.keySet().stream().anyMatch(name -> name.equals("recordings/" + recording + ".webm")))
                    .isEqualTo(own);
            assertThat(files.get("recordings/recordings.json")).contains(recording.toString());
            assertThat(files.get("recordings/answers.json")).contains("ASKED", "AGREED", "BEGAN");
        }
    }

    @Test
    @DisplayName(
            "U29: a copy is asked for, agreed to, fetched once by nobody else; it holds messages, files and the film")
    void copy() throws IOException {
        String id = ask("COPY");
        assertThat(ask("COPY")).as("asked twice is asked once").isEqualTo(id);
        assertThat(fetch(id, two.patient()).statusCode())
                .as("not agreed to yet")
                .isEqualTo(404);
        confirm(id);
        assertThat(fetch(id, clinic.somebody(Role.PATIENT)).statusCode()).isEqualTo(404);
        HttpResponse<byte[]> fetched = fetch(id, two.patient());
        assertThat(fetched.statusCode()).isEqualTo(200);
        Map<String, String> files = unzip(fetched.body());
        assertThat(files.get("chat/messages.json")).contains(watermark);
        assertThat(files.get("appointments/appointments.json")).contains(watermark);
        assertThat(files.get("account/account.json")).contains(watermark).doesNotContain("password");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("chat/") && name.endsWith(watermark + ".png"));
        assertThat(files.keySet()).contains("recordings/" + recording + ".webm");
        assertThat(files.get("read-me.html")).contains(watermark + " &lt;b&gt;");
        for (String written : List.of(
                "ratings/ratings",
                "prescriptions/allergies",
                "appointments/intake",
                "appointments/changes",
                "payments/payments",
                "payments/history")) {
            assertThat(files.get(written + ".json")).as(written).contains(watermark);
        }
        assertThat(files.get("before-care/visits.json")).contains(watermark);
        assertThat(files.get("before-care/consents.json")).contains("GIVEN", "\"text\"");
        assertThat(files.get("call-quality/summaries.json")).contains(watermark);
        assertThat(files.keySet()).contains("call-quality/waits.json", "call-quality/samples.json");
        assertThat(files.keySet().stream().filter(name -> name.endsWith(".pdf")).sorted())
                .satisfiesExactly(
                        receipt -> assertThat(receipt).startsWith("payments/receipt-"),
                        prescription -> assertThat(prescription)
                                .startsWith("prescriptions/")
                                .endsWith("-v1.pdf"),
                        summary -> assertThat(summary).isEqualTo("summaries/" + appointment() + "-v1.pdf"));
        files.forEach((name, content) ->
                assertThat(name.endsWith(".pdf") ? content : "%PDF-").as(name).startsWith("%PDF-"));
        assertThat(fetch(id, two.patient()).statusCode()).as("once").isEqualTo(404);
        assertThat(entries("EXPORTED")).isEqualTo(1);
    }

    @Test
    @DisplayName("U29: a copy may be fetched for seven days")
    void expires() throws IOException {
        String id = ask("COPY");
        confirm(id);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        Person again = clinic.again(two.patient());
        assertThat(fetch(id, again).statusCode()).isEqualTo(200);

        String late = ask("COPY", again);
        desk = clinic.again(desk);
        confirm(late);
        clock.advance(Duration.ofDays(7));
        Person back = clinic.again(two.patient());
        assertThat(fetch(late, back).statusCode()).isEqualTo(404);
        assertThat(ask("COPY", back))
                .as("asked again, it is another one, and nothing stands in its way")
                .isNotEqualTo(late);
    }

    @Test
    @DisplayName(
            "S25: erased is erased: the watermark is in no table and no file, the film cannot be read; what stays is said")
    void erasure() throws IOException {
        String id = ask("ERASURE");
        assertThat(confirm(id).status()).as("while an appointment is to come").isEqualTo(400);
        consultations.end(two.call(), desk.user());
        await().until(() -> jdbc.sql("select status from scheduling_appointment where patient = ?")
                .param(two.patient().id().value())
                .query(String.class)
                .single()
                .equals("COMPLETED"));
        assertThat(Traces.of(watermark, jdbc))
                .as("before")
                .anyMatch(table -> table.startsWith("feedback_rating "))
                .anyMatch(table -> table.startsWith("prescription_allergies "))
                .anyMatch(table -> table.startsWith("scheduling_intake "))
                .anyMatch(table -> table.startsWith("scheduling_change "))
                .anyMatch(table -> table.startsWith("payment_payment "))
                .anyMatch(table -> table.startsWith("payment_money "))
                .anyMatch(table -> table.startsWith("payment_event "));
        List<String> history = history();
        Http.Answer done = confirm(id);
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(Traces.of(watermark, jdbc)).isEmpty();
        assertThat(history())
                .as("of payments everything stays but words")
                .isNotEmpty()
                .isEqualTo(history);
        assertThat(filesWithWatermark()).isEmpty();
        assertThat(http.send(
                                "GET",
                                "/api/v1/recordings/" + recording + "/media",
                                two.doctor().token(),
                                null)
                        .status())
                .isNotEqualTo(200);
        assertThat(http.send("GET", "/api/v1/auth/me", two.patient().token(), null)
                        .status())
                .isEqualTo(401);
        JsonNode outcome = done.data().get(0).path("outcome");
        for (JsonNode one : done.data()) {
            outcome = one.path("id").asString().equals(id) ? one.path("outcome") : outcome;
        }
        assertThat(outcome.path("chat").path("rows").asInt()).isEqualTo(2);
        assertThat(outcome.path("payments").path("because").asString()).isEqualTo("BOOKKEEPING");
        assertThat(outcome.path("call-quality").path("rows").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(outcome.path("before-care").path("rows").asInt()).isOne();
        assertThat(outcome.path("before-care").path("because").asString()).isEqualTo("PROOF");
        assertThat(outcome.path("accesses").path("because").asString()).isEqualTo("PROOF");
        assertThat(entries("DELETED")).isEqualTo(1);
    }

    private int entries(String action) {
        return jdbc.sql(
                        "select count(*) from audit_entry where patient = ? and action = ? and subject = 'PATIENT_DATA'")
                .params(two.patient().id().value(), action)
                .query(Integer.class)
                .single();
    }

    private List<Path> filesWithWatermark() throws IOException {
        try (Stream<Path> files = Files.walk(data.root())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .contains(watermark);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> all = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
