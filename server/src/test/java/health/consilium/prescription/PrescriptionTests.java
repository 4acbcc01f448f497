package health.consilium.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.service.PrescriptionDesk;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init") // filled before each test
class PrescriptionTests {
    private static final String ITEM =
            "{\"medication\":\"Amoxicillin\",\"code\":null,\"dose\":\"500 mg\",\"route\":\"ORAL\","
                    + "\"frequency\":\"THREE_TIMES_DAILY\",\"days\":7,\"notes\":\"with food\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private PrescriptionDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Instant began;
    private Clinic.Call call;
    private Person doctor;
    private Person patient;
    private String sheet;

    @BeforeEach
    void aCall() {
        began = clock.instant();
        call = clinic.call();
        doctor = call.doctor();
        patient = call.patient();
        sheet = "/api/v1/consultations/" + call.appointment().id() + "/prescriptions";
        ask("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"DE-4711\"}");
    }

    @AfterEach
    void backInTime() {
        ((MutableClock) clock).set(began);
    }

    private Answer ask(String method, String path, Person who, @Nullable String body) {
        return new Http(port).send(method, path, who.token(), body);
    }

    private String draft() {
        return "/api/v1/prescriptions/"
                + ask("POST", sheet, doctor, null).data().path("id").asString();
    }

    private Answer save(String path, int revision, String items) {
        return ask(
                "PUT",
                path + "/draft",
                doctor,
                "{\"revision\":%d,\"notes\":\"Drink a lot.\",\"items\":[%s]}".formatted(revision, items));
    }

    private Answer sign(String path, int revision) {
        return ask("POST", path + "/sign", doctor, "{\"revision\":" + revision + "}");
    }

    private String signed() {
        String path = draft();
        save(path, 0, ITEM);
        assertThat(sign(path, 1).status()).isEqualTo(200);
        return path;
    }

    private Answer verify(String code) {
        return new Http(port).send("POST", "/api/v1/verify", null, "{\"code\":\"" + code + "\"}");
    }

    private String code(Person who, int newest) {
        return ask("GET", sheet, who, null)
                .data()
                .at("/prescriptions/0/versions/" + newest + "/code")
                .asString();
    }

    @Test
    @DisplayName("A4: a draft is kept as the doctor types and is nobody else's; signed, the patient has it")
    void draftThenSigned() {
        String path = draft();
        assertThat(save(path, 0, ITEM).data().path("revision").asInt()).isEqualTo(1);
        assertThat(ask("GET", sheet, doctor, null)
                        .data()
                        .at("/prescriptions/0/draft/items/0/dose")
                        .asString())
                .isEqualTo("500 mg");
        assertThat(ask("GET", sheet, patient, null).data().path("prescriptions"))
                .isEmpty();
        assertThat(sign(path, 1).data().path("version").asInt()).isEqualTo(1);
        var seen = ask("GET", sheet, patient, null).data().at("/prescriptions/0");
        assertThat(seen.at("/versions/0/items/0/medication").asString()).isEqualTo("Amoxicillin");
        assertThat(seen.path("draft").isNull()).isTrue();
    }

    @Test
    @DisplayName("A4: what an older window knows neither overwrites nor signs what a newer one wrote")
    void twoWindows() {
        String path = draft();
        save(path, 0, ITEM);
        assertThat(save(path, 0, "").code()).isEqualTo("DRAFT_CHANGED");
        assertThat(sign(path, 0).code()).isEqualTo("DRAFT_CHANGED");
        assertThat(ask("POST", sheet, doctor, null).data().path("revision").asInt())
                .as("starting again finds the draft that there is")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A4: eight windows sign at once: one version, and each is told of that one")
    void race() throws Exception {
        String path = draft();
        save(path, 0, ITEM);
        CyclicBarrier together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> {
                        together.await();
                        return sign(path, 1);
                    }))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().data().path("version").asInt()).isEqualTo(1);
            }
        }
        assertThat(jdbc.sql("select count(*) from prescription_version where prescription = ?")
                        .param(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("S14: the database itself refuses to change, remove or empty what is signed")
    void immutable() {
        signed();
        for (String attempt : List.of(
                "update prescription_version set content = content",
                "update prescription_version set signed_at = now()",
                "delete from prescription_version",
                "truncate prescription_version")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("cannot be changed");
        }
    }

    @Test
    @DisplayName("S14: a row that somebody made up in the database is found out, because the key is not there")
    void madeUp() {
        signed();
        String whole = code(doctor, 0).replace("-", "");
        String made = new StringBuilder(whole).reverse().toString();
        jdbc.sql("insert into prescription_version select prescription, 2, replace(content, '500 mg', '900 mg'),"
                        + " sha256(convert_to(replace(content, '500 mg', '900 mg'), 'UTF8')), signature, ?, 99, signed_at"
                        + " from prescription_version where code = ?")
                .params(made, whole)
                .update();
        assertThat(verify(made).data().path("standing").asString()).isEqualTo("ALTERED");
    }

    @Test
    @DisplayName("A4: signing and withdrawing are told to others once each, by ids")
    void told(ApplicationEvents events) {
        UUID id = desk.start(call.appointment().id(), doctor.user()).prescription();
        desk.save(id, List.of(new Item("Ibuprofen", null, "400 mg", "ORAL", "AS_NEEDED", 3, "")), "", 0, doctor.user());
        desk.sign(id, 1, doctor.user());
        desk.sign(id, 1, doctor.user());
        desk.withdraw(id, "wrong", doctor.user());
        assertThat(events.stream(PrescriptionSigned.class))
                .containsExactly(
                        new PrescriptionSigned(id, 1, call.appointment().id(), patient.id(), doctor.id()));
        assertThat(events.stream(PrescriptionWithdrawn.class)).hasSize(1);
    }

    @Test
    @DisplayName("A4: a correction is a new version; the old one stays to be read, and says that there is a newer one")
    void correction() {
        String path = signed();
        String old = code(doctor, 0);
        int revision = ask("POST", path + "/correct", doctor, null)
                .data()
                .path("revision")
                .asInt();
        save(path, revision, ITEM.replace("500 mg", "250 mg"));
        assertThat(sign(path, revision + 1).data().path("version").asInt()).isEqualTo(2);
        var versions = ask("GET", sheet, patient, null).data().at("/prescriptions/0/versions");
        assertThat(versions.findValuesAsString("dose")).containsExactly("250 mg", "500 mg");
        assertThat(versions.at("/1/superseded").asBoolean()).isTrue();
        assertThat(verify(old).data().path("standing").asString()).isEqualTo("SUPERSEDED");
        assertThat(verify(code(doctor, 0)).data().path("standing").asString()).isEqualTo("GENUINE");
    }

    @Test
    @DisplayName(
            "A4: withdrawn with a reason: no version is good any more, nothing can be corrected, and again is refused")
    void withdrawn() {
        String path = signed();
        String why = "{\"reason\":\"Allergy found\"}";
        assertThat(ask("POST", path + "/withdraw", doctor, why).status()).isEqualTo(200);
        assertThat(ask("POST", path + "/withdraw", doctor, why).code()).isEqualTo("PRESCRIPTION_WITHDRAWN");
        assertThat(ask("POST", path + "/correct", doctor, null).code()).isEqualTo("PRESCRIPTION_WITHDRAWN");
        assertThat(ask("GET", sheet, patient, null)
                        .data()
                        .at("/prescriptions/0/withdrawnWhy")
                        .asString())
                .isEqualTo("Allergy found");
        assertThat(verify(code(doctor, 0)).data().path("standing").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("A4: half of the code gives initials only, all of it what the paper says; nonsense is unknown")
    void verification() {
        signed();
        String code = code(patient, 0);
        var half =
                verify(code.substring(0, 14).toLowerCase(java.util.Locale.ROOT)).data();
        assertThat(half.path("standing").asString()).isEqualTo("GENUINE");
        assertThat(half.path("initials").asString()).isEqualTo("T. P.");
        assertThat(half.path("licence").asString()).isEqualTo("DE-4711");
        assertThat(half.path("full").isNull()).isTrue();
        assertThat(half.toString()).doesNotContain("Test Person", "Amoxicillin");
        assertThat(verify(code).data().at("/full/items/0/medication").asString())
                .isEqualTo("Amoxicillin");
        for (String wrong : List.of("ABCD", "' or 1=1 --", code.substring(0, 24) + "-0000", "%")) {
            assertThat(verify(wrong).data().path("standing").asString())
                    .as(wrong)
                    .isEqualTo("UNKNOWN");
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = 'PRESCRIPTION' and action = 'CHECKED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("S14: not before the consultation opens: to the millisecond")
    void opens() {
        var later = clinic.in(Duration.ofHours(2), patient, doctor, true);
        String other = "/api/v1/consultations/" + later.id() + "/prescriptions";
        Instant opens = later.start().minus(Duration.ofMinutes(10));
        ((MutableClock) clock).set(opens.minusMillis(1));
        Person again = clinic.again(doctor);
        assertThat(ask("POST", other, again, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        ((MutableClock) clock).set(opens);
        assertThat(ask("POST", other, again, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("S14: not when the days after it are over: to the millisecond; withdrawing is always possible")
    void closes() {
        String path = signed();
        ConsultationId id = new ConsultationId(call.id());
        consultations.arrived(id, patient.id());
        consultations.arrived(id, doctor.id());
        consultations.mediaUp(id, patient.id());
        consultations.mediaUp(id, doctor.id());
        consultations.end(id, doctor.user());
        Instant closes = clock.instant().plus(Duration.ofDays(14));
        ((MutableClock) clock).set(closes.minusMillis(1));
        Person later = clinic.again(doctor);
        assertThat(ask("POST", sheet, later, null).status()).isEqualTo(200);
        ((MutableClock) clock).set(closes);
        assertThat(ask("POST", sheet, later, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        assertThat(ask("POST", path + "/correct", later, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        assertThat(ask("POST", path + "/withdraw", later, "{\"reason\":\"too late\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("S14: nothing is prescribed in a consultation that was cancelled")
    void cancelled() {
        consultations.cancel(new ConsultationId(call.id()), doctor.user());
        assertThat(ask("POST", sheet, doctor, null).code()).isEqualTo("PRESCRIBING_CLOSED");
    }

    @Test
    @DisplayName("A4: nothing is signed that lacks a dose, and nothing without the doctor's licence number")
    void incomplete() {
        String path = draft();
        save(path, 0, ITEM.replace("500 mg", " "));
        assertThat(sign(path, 1).code()).isEqualTo("PRESCRIPTION_INCOMPLETE");
        save(path, 1, ITEM);
        jdbc.sql("update identity_account set licence = '' where id = ?")
                .param(doctor.id().value())
                .update();
        assertThat(sign(path, 2).code()).isEqualTo("LICENCE_MISSING");
    }

    @Test
    @DisplayName(
            "A4: the number that the clinic has on file goes before the one that the doctor entered; the birth year is told")
    void onFile() {
        String onFile = "/api/v1/admin/licences/" + doctor.id();
        ask("PUT", onFile, clinic.somebody(Role.ADMIN), "{\"licence\":\"FILE-1\"}");
        ask("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"MINE-2\"}");
        jdbc.sql("update identity_account set date_of_birth = date '1980-03-04' where id = ?")
                .param(patient.id().value())
                .update();
        signed();
        var half = verify(code(patient, 0).substring(0, 14)).data();
        assertThat(half.path("licence").asString()).isEqualTo("FILE-1");
        assertThat(half.path("yearOfBirth").asInt()).isEqualTo(1980);
        assertThat(half.toString()).doesNotContain("1980-03");
    }

    @Test
    @DisplayName("A4: none known is not the same as not asked; patient and doctor may say it, and the newest counts")
    void allergies() {
        String path = "/api/v1/consultations/" + call.appointment().id() + "/allergies";
        assertThat(ask("GET", path, doctor, null).data().path("state").asString())
                .isEqualTo("NOT_ASKED");
        ask("PUT", path, patient, "{\"names\":[]}");
        assertThat(ask("GET", path, doctor, null).data().path("state").asString())
                .isEqualTo("NONE_KNOWN");
        var listed = ask("PUT", path, doctor, "{\"names\":[\" Penicillin \",\"Penicillin\"]}")
                .data();
        assertThat(listed.path("names").toString()).isEqualTo("[\"Penicillin\"]");
        assertThat(ask("GET", path, clinic.somebody(Role.DOCTOR), null).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("A4: the letter names doctor, licence, medication and code; it can be told that it was replaced")
    void letter() throws IOException {
        String path = signed();
        String code = code(patient, 0);
        String text = pdf(path, 1, patient);
        assertThat(text).contains("DE-4711", "Amoxicillin", "500 mg", "three times a day", "7 days", "by mouth", code);
        assertThat(text).doesNotContain("newer version");
        ask("POST", path + "/correct", doctor, null);
        sign(path, 2);
        assertThat(pdf(path, 1, patient)).contains("newer version");
        assertThat(ask("GET", path + "/versions/3/pdf", patient, null).status()).isEqualTo(404);
    }

    private String pdf(String path, int version, Person who) throws IOException {
        var request = new Http(port).request("GET", path + "/versions/" + version + "/pdf", null);
        byte[] bytes;
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            bytes = client.send(
                            request.header("Cookie", "CONSILIUM_SESSION=" + who.token())
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("A4: the list is searched by beginning first, without regard to accents and capitals")
    void medications() {
        var found = ask("GET", "/api/v1/medications?q=AMOX", doctor, null).data();
        assertThat(found.findValuesAsString("name"))
                .containsExactly("Amoxicillin", "Amoxicillin and clavulanic acid", "Tamoxifen");
        assertThat(ask("GET", "/api/v1/medications?q=", doctor, null).data()).isEmpty();
    }
}
