package health.consilium.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.audit.Actor;
import health.consilium.care.store.ConsentStore;
import health.consilium.care.store.ConsentText;
import health.consilium.identity.Role;
import health.consilium.kernel.RetentionRule;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** U6 to U9: consent, address, identity, the emergency panel, and the door that they stand at. */
@ServerTest
class BeforeCareTests {
    private static final String HERE = visit("Linden Street 4, Berlin", "DE", "+49 30 5550100");
    private static final String GIVEN = "{\"version\":1,\"language\":\"de\",\"answer\":\"GIVEN\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Appointments appointments;

    @Autowired
    @Qualifier("visitRetention")
    private RetentionRule retention;

    @Autowired
    private ConsentStore wordings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Http http;
    private Person patient;
    private Person doctor;
    private Appointment appointment;

    @BeforeEach
    void people() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        appointment = clinic.unprepared(Duration.ZERO, patient, doctor, true);
    }

    @Test
    @DisplayName(
            "U6, U8: the patient comes in after agreeing and saying where they are, one after the other; the doctor at once")
    void theDoor() {
        assertThat(enters(patient)).isEqualTo("CONSENT_NEEDED");
        assertThat(enters(doctor)).isEmpty();
        assertThat(post("/api/v1/care/consents", GIVEN).status()).isEqualTo(200);
        assertThat(enters(patient)).isEqualTo("VISIT_NEEDED");
        assertThat(put("visit", HERE, patient).status()).isEqualTo(200);
        assertThat(enters(patient)).isEmpty();
    }

    @Test
    @DisplayName("U6: who declined or took it back does not come in, until they agree again; every answer stays")
    void takingBack() {
        put("visit", HERE, patient);
        for (String answer : List.of("DECLINED", "GIVEN", "WITHDRAWN")) {
            post("/api/v1/care/consents", GIVEN.replace("GIVEN", answer));
            assertThat(enters(patient)).isEqualTo(answer.equals("GIVEN") ? "" : "CONSENT_NEEDED");
        }
        assertThat(http.send("GET", "/api/v1/care/consents", patient.token(), null)
                        .data()
                        .valueStream()
                        .map(one -> one.path("answer").asString()))
                .containsExactly("WITHDRAWN", "GIVEN", "DECLINED");
        assertThatThrownBy(() -> jdbc.sql("delete from care_consent").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update care_consent set answer = 'GIVEN'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("U6: an answer to another wording than today's is refused, and so is one in a language there is not")
    void outdated() {
        assertThat(post("/api/v1/care/consents", GIVEN.replace("1", "7")).code())
                .isEqualTo("CONSENT_OUTDATED");
        assertThat(post("/api/v1/care/consents", GIVEN.replace("\"de\"", "\"xx\""))
                        .code())
                .isEqualTo("CONSENT_OUTDATED");
        assertThat(before(patient, "xx").path("consent").path("language").asString())
                .isEqualTo("en");
    }

    @Test
    @DisplayName(
            "U6: who agreed to an earlier wording is asked anew; both answers stay, each with the words that were read")
    void newWording() {
        put("visit", HERE, patient);
        ConsentText earlier = new ConsentText(0, "de", "Die Fassung von damals\n\nEin Satz.");
        UUID old = wordings.add(patient.id(), earlier, ConsentAnswer.Kind.GIVEN, Actor.SYSTEM)
                .id();
        assertThat(enters(patient)).isEqualTo("CONSENT_NEEDED");
        JsonNode question = before(patient, "de").path("consent");
        assertThat(question.path("version").asInt()).isEqualTo(1);
        assertThat(question.path("answer").isNull() || question.path("answer").isMissingNode())
                .as("nothing is ticked beforehand")
                .isTrue();
        post("/api/v1/care/consents", GIVEN);
        assertThat(enters(patient)).isEmpty();
        assertThat(http.send("GET", "/api/v1/care/consents", patient.token(), null)
                        .data()
                        .valueStream()
                        .map(one -> one.path("version").asInt() + " "
                                + one.path("answer").asString()))
                .containsExactly("1 GIVEN", "0 GIVEN");
        assertThat(http.send("GET", "/api/v1/care/consents/" + old + "/text", patient.token(), null)
                        .raw()
                        .body())
                .startsWith("Die Fassung von damals");
        post("/api/v1/care/consents", GIVEN.replace("GIVEN", "WITHDRAWN"));
        assertThat(enters(patient)).as("the earlier yes does not come back").isEqualTo("CONSENT_NEEDED");
    }

    @Test
    @DisplayName(
            "U6, U30: what was agreed to can be downloaded in the language in which it was read, with who and when")
    void download() {
        String id = post("/api/v1/care/consents", GIVEN).data().path("id").asString();
        Http.Answer file = http.send("GET", "/api/v1/care/consents/" + id + "/text", patient.token(), null);
        assertThat(file.raw().body())
                .startsWith("Einwilligung in die Behandlung per Video")
                .contains(
                        "GIVEN",
                        "Test Person",
                        clock.instant().toString().substring(0, 10),
                        "SHA-256",
                        "Version 1 (de)");
        assertThat(file.raw().headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(http.send(
                                "GET",
                                "/api/v1/care/consents/" + id + "/text",
                                clinic.somebody(Role.PATIENT).token(),
                                null)
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName(
            "U8: without an address nobody comes in, unless they say that they cannot give one; the doctor sees that")
    void noAddress() {
        post("/api/v1/care/consents", GIVEN);
        Http.Answer refused = put("visit", visit(" ", "DE", "+49 30 5550100"), patient);
        assertThat(refused.code()).isEqualTo("INVALID_REQUEST");
        assertThat(refused.body().path("details").path("field").asString()).isEqualTo("visit.address");
        assertThat(enters(patient)).isEqualTo("VISIT_NEEDED");
        put("visit", visit("", "DE", "+49 30 5550100").replace("false", "true"), patient);
        assertThat(enters(patient)).isEmpty();
        JsonNode panel = emergency();
        assertThat(panel.path("visit").path("address").isNull()).isTrue();
        assertThat(panel.path("current").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("U8: what is no number and what is no country is refused by field")
    void badInput() {
        for (String bad : List.of(
                visit("Here", "DE", "call me"), visit("Here", "Germany", "112"), visit("x".repeat(301), "DE", "112"))) {
            assertThat(put("visit", bad, patient).code()).isEqualTo("INVALID_REQUEST");
        }
    }

    @Test
    @DisplayName(
            "U8: asked at each visit; what was said last is offered to be confirmed, and does not open the door by itself")
    void eachVisit() {
        post("/api/v1/care/consents", GIVEN);
        put("visit", HERE, patient);
        Appointment next = clinic.unprepared(Duration.ofHours(1), patient, doctor, true);
        JsonNode asked = before(patient, next, "en").path("visit");
        assertThat(asked.path("stated").asBoolean()).isFalse();
        assertThat(asked.path("known").path("address").asString()).isEqualTo("Linden Street 4, Berlin");
        after(Duration.ofHours(1));
        assertThat(enters(patient, next)).isEqualTo("VISIT_NEEDED");
    }

    @Test
    @DisplayName(
            "U8: what was said two hours before the start counts, what was said a millisecond earlier is asked again")
    void fresh() {
        post("/api/v1/care/consents", GIVEN);
        Duration twoHours = Duration.ofHours(2);
        Appointment early = clinic.unprepared(twoHours.plusMillis(1), patient, doctor, true);
        Appointment inTime = clinic.unprepared(twoHours, patient, clinic.somebody(Role.DOCTOR), true);
        put("visit", HERE, patient, early);
        put("visit", HERE, patient, inTime);
        after(twoHours.plusMillis(1));
        assertThat(enters(patient, early)).isEqualTo("VISIT_NEEDED");
        assertThat(enters(patient, inTime)).isEmpty();
    }

    @Test
    @DisplayName("U9: the doctor has address, call-back number, contact and the emergency numbers of that country")
    void panel() {
        put("visit", visit("Via Roma 1, Torino", "IT", "+39 011 555 0100"), patient);
        JsonNode panel = emergency();
        assertThat(panel.path("visit").path("address").asString()).isEqualTo("Via Roma 1, Torino");
        assertThat(panel.path("visit").path("contactName").asString()).isEqualTo("Luca");
        assertThat(panel.path("numbers").path("ambulance").asString()).isEqualTo("118");
    }

    @Test
    @DisplayName(
            "U7: the doctor ticks that name and date of birth were compared; a second tick keeps the first one's time")
    void identity() {
        assertThat(emergency().path("identityConfirmedAt").isNull()).isTrue();
        Instant first = clock.instant();
        put("identity", "{\"confirmed\":true}", doctor);
        after(Duration.ofSeconds(5));
        put("identity", "{\"confirmed\":true}", doctor);
        for (Person reader : List.of(patient, doctor, clinic.somebody(Role.ADMIN))) {
            JsonNode mark = http.send("GET", path("care-record", appointment), reader.token(), null)
                    .data()
                    .path("identity");
            assertThat(mark.path("doctor").asString())
                    .isEqualTo(doctor.id().value().toString());
            assertThat(Instant.parse(mark.path("at").asString())).isEqualTo(first);
        }
        put("identity", "{\"confirmed\":false}", doctor);
        assertThat(emergency().path("identityConfirmedAt").isNull()).isTrue();
    }

    @Test
    @DisplayName("U7: the patient reads the licence number that the clinic wrote down")
    void licence() {
        Person desk = clinic.somebody(Role.ADMIN);
        String path = "/api/v1/admin/licences/" + doctor.id().value();
        assertThat(http.send("PUT", path, desk.token(), "{\"licence\":\" LANR 123456701 \"}")
                        .status())
                .isEqualTo(200);
        assertThat(before(patient, "en").path("doctor").path("licence").asString())
                .isEqualTo("LANR 123456701");
        http.send("PUT", path, desk.token(), "{\"licence\":\"\"}");
        assertThat(before(patient, "en").path("doctor").path("licence").isNull())
                .isTrue();
    }

    @Test
    @DisplayName(
            "data minimisation: where somebody was is erased 30 days after the visit, not a millisecond sooner; what was agreed to stays")
    void erased() {
        post("/api/v1/care/consents", GIVEN);
        put("visit", HERE, patient);
        endsBefore(Duration.ofDays(30));
        retention.delete(clock.instant().minus(Duration.ofDays(30)));
        assertThat(visits(appointment)).isOne();
        endsBefore(Duration.ofDays(30).plusMillis(1));
        retention.delete(clock.instant().minus(Duration.ofDays(30)));
        assertThat(visits(appointment)).isZero();
        Person again = clinic.again(patient);
        assertThat(http.send("GET", "/api/v1/care/consents", again.token(), null)
                        .data()
                        .size())
                .isOne();
    }

    @Test
    @DisplayName("when the appointment is over, nobody needs to know any more where somebody is")
    void over() {
        appointments.close(appointment.id(), AppointmentStatus.COMPLETED);
        assertThat(put("visit", HERE, patient).code()).isEqualTo("TOO_LATE");
    }

    private void endsBefore(Duration ago) {
        jdbc.sql("update care_visit set ends_at = ? where appointment = ?")
                .params(
                        clock.instant().minus(ago).atOffset(ZoneOffset.UTC),
                        appointment.id().value())
                .update();
    }

    private int visits(Appointment of) {
        return jdbc.sql("select count(*) from care_visit where appointment = ?")
                .param(of.id().value())
                .query(Integer.class)
                .single();
    }

    private void after(Duration time) {
        ((MutableClock) clock).advance(time);
        patient = clinic.again(patient);
        doctor = clinic.again(doctor);
    }

    private JsonNode emergency() {
        return http.send("GET", path("emergency", appointment), doctor.token(), null)
                .data();
    }

    private String enters(Person who) {
        return enters(who, appointment);
    }

    private String enters(Person who, Appointment into) {
        return http.send("POST", "/api/v1/consultations/" + into.id() + "/entry", who.token(), null)
                .code();
    }

    private JsonNode before(Person who, String language) {
        return before(who, appointment, language);
    }

    private JsonNode before(Person who, Appointment at, String language) {
        return http.send("GET", path("before-care?language=" + language, at), who.token(), null)
                .data();
    }

    private Http.Answer post(String path, @Nullable String body) {
        return http.send("POST", path, patient.token(), body);
    }

    private Http.Answer put(String what, String body, Person who) {
        return put(what, body, who, appointment);
    }

    private Http.Answer put(String what, String body, Person who, Appointment at) {
        return http.send("PUT", path(what, at), who.token(), body);
    }

    private static String path(String what, Appointment at) {
        UUID id = at.id().value();
        return "/api/v1/appointments/" + id + "/" + what;
    }

    private static String visit(String address, String country, String callBack) {
        return "{\"visit\":{\"address\":\"%s\",\"country\":\"%s\",\"callBack\":\"%s\",\"contactName\":\"Luca\",\"contactPhone\":\"+39 333 555 0101\"},\"cannotSay\":false}"
                .formatted(address, country, callBack);
    }
}
