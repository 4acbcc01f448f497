package health.consilium.admin.person;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** U29, S25: who never signs in has the same rights; an administrator writes down what they asked for, and why. */
@ServerTest
class DataOfOthersTests {
    private static final String REASON = "Asked by letter of 3 May, identity checked";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Http http;
    private Person desk;
    private UUID patient;

    /** With an appointment that is over, and never a password. */
    @BeforeEach
    void whoComesByLinks() {
        http = new Http(port);
        desk = clinic.somebody(Role.ADMIN);
        Http.Answer made = http.send(
                "POST",
                "/api/v1/admin/users",
                desk.token(),
                "{\"email\":\"" + word + "@test.example\",\"role\":\"PATIENT\",\"name\":\"Ada " + word
                        + "\",\"phone\":\"+49 30 5550100\",\"zone\":\"Europe/Berlin\",\"locale\":\"en\"}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(made.data().path("hasPassword").asBoolean(true)).isFalse();
        patient = UUID.fromString(made.data().path("id").asString());
        CurrentUser user = new CurrentUser(
                new UserId(patient),
                Role.PATIENT,
                "Ada " + word,
                ZoneId.of("Europe/Berlin"),
                "en",
                desk.user().login());
        clinic.in(
                Duration.ofMinutes(-40),
                new Person(user, word + "@test.example", ""),
                clinic.somebody(Role.DOCTOR),
                true);
        jdbc.sql("update scheduling_appointment set reason = ? where patient = ?")
                .params(word, patient)
                .update();
    }

    private Http.Answer ask(UUID whose, String kind, UUID key, String reason, Person who) {
        return http.send(
                "POST",
                "/api/v1/admin/users/" + whose + "/data-requests",
                who.token(),
                "{\"key\":\"" + key + "\",\"kind\":\"" + kind + "\",\"reason\":\"" + reason + "\"}");
    }

    private String asked(String kind) {
        Http.Answer answer = ask(patient, kind, UUID.randomUUID(), REASON, desk);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return jdbc.sql("select id from admin_data_request where person = ? and kind = ? and state = 'ASKED'")
                .params(patient, kind)
                .query(String.class)
                .single();
    }

    private JsonNode listed(String id) {
        JsonNode all = http.send("GET", "/api/v1/admin/data-requests", desk.token(), null)
                .data();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void confirm(String id) {
        Http.Answer done = http.send("POST", "/api/v1/admin/data-requests/" + id + "/confirm", desk.token(), null);
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
    }

    private HttpResponse<byte[]> fetch(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/admin/data-requests/" + id + "/file"))
                .header("Cookie", "CONSILIUM_SESSION=" + desk.token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private int requests() {
        return jdbc.sql("select count(*) from admin_data_request where person = ?")
                .param(patient)
                .query(Integer.class)
                .single();
    }

    /** Beside who saw it on the list. */
    private List<String> trail() {
        return jdbc.sql(
                        "select action from audit_entry where patient = ? and subject = 'PATIENT_DATA' and action <> 'VIEWED' order by number")
                .param(patient)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    @DisplayName("U29: a copy for a patient who never had a password: asked with a reason, agreed to, handed over once")
    void copy() throws IOException, InterruptedException {
        String id = asked("COPY");
        assertThat(listed(id).path("reason").asString()).isEqualTo(REASON);
        assertThat(listed(id).path("askedBy").asString()).isEqualTo(desk.user().displayName());
        assertThat(fetch(id).statusCode()).as("not agreed to yet").isEqualTo(404);
        confirm(id);
        HttpResponse<byte[]> fetched = fetch(id);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Cache-Control")).contains("no-store");
        String all = unzipped(fetched.body());
        assertThat(all)
                .contains(word + "@test.example", "appointments/appointments.json", "before-care/visits.json")
                .contains("Linden Street 4, Berlin", REASON);
        assertThat(fetch(id).statusCode()).as("once").isEqualTo(404);
        assertThat(trail()).containsExactly("REQUESTED", "CONFIRMED", "EXPORTED");
    }

    @Test
    @DisplayName("U29: what a patient asked for here is fetched by that patient, never by the clinic")
    void notWhatPatientsAskedFor() throws IOException, InterruptedException {
        Person other = clinic.somebody(Role.PATIENT);
        String id = http.send("POST", "/api/v1/account/data-requests", other.token(), "{\"kind\":\"COPY\"}")
                .data()
                .get(0)
                .path("id")
                .asString();
        confirm(id);
        assertThat(fetch(id).statusCode()).isEqualTo(404);
        assertThat(listed(id).path("askedBy").isNull()).isTrue();
    }

    @Test
    @DisplayName(
            "S25: erased for a patient who never had a password: name, address and reason are in no table any more")
    void erasure() {
        String id = asked("ERASURE");
        assertThat(Traces.of(word, jdbc)).as("before").isNotEmpty();
        confirm(id);
        assertThat(Traces.of(word, jdbc)).isEmpty();
        assertThat(listed(id).path("state").asString()).isEqualTo("DONE");
        assertThat(trail()).containsExactly("REQUESTED", "DELETED");
    }

    @Test
    @DisplayName("S10: a doctor or a patient may not, and nothing is written down")
    void nobodyElse() {
        for (Role role : List.of(Role.DOCTOR, Role.PATIENT)) {
            Http.Answer answer = ask(patient, "COPY", UUID.randomUUID(), REASON, clinic.somebody(role));
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(requests()).isZero();
        assertThat(trail()).isEmpty();
    }

    @Test
    @DisplayName("U29: sent many times at once under one key, it is one request with one entry")
    void once() {
        UUID key = UUID.randomUUID();
        List<CompletableFuture<Integer>> all = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> ask(patient, "COPY", key, REASON, desk).status()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(requests()).isOne();
        assertThat(trail()).containsExactly("REQUESTED");
    }

    @Test
    @DisplayName("U29: refused without a reason, for who is no patient, while the same waits, and under another's key")
    void refused() {
        UUID key = UUID.randomUUID();
        assertThat(ask(patient, "COPY", key, "  ", desk).status()).isEqualTo(400);
        UUID doctor = clinic.somebody(Role.DOCTOR).id().value();
        assertThat(ask(doctor, "COPY", key, REASON, desk).status()).isEqualTo(404);
        assertThat(ask(patient, "COPY", key, REASON, desk).status()).isEqualTo(200);
        assertThat(ask(patient, "COPY", UUID.randomUUID(), REASON, desk).status())
                .isEqualTo(400);
        UUID other = clinic.somebody(Role.PATIENT).id().value();
        assertThat(ask(other, "COPY", key, REASON, desk).status()).isEqualTo(400);
        assertThat(requests()).isOne();
        assertThat(trail()).containsExactly("REQUESTED");
    }

    @Test
    @DisplayName("U29: a copy that nobody fetched in seven days stands in the way of no further one")
    void expired() throws IOException, InterruptedException {
        String id = asked("COPY");
        confirm(id);
        clock.advance(Duration.ofDays(7));
        desk = clinic.again(desk);
        assertThat(fetch(id).statusCode()).isEqualTo(404);
        String next = asked("COPY");
        assertThat(listed(id).path("state").asString()).isEqualTo("EXPIRED");
        confirm(next);
        assertThat(fetch(next).statusCode()).isEqualTo(200);
    }

    private static String unzipped(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
