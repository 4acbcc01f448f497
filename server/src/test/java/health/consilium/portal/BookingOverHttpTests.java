package health.consilium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A1, U2, U4: booking as pages do it. */
@ServerTest
class BookingOverHttpTests {
    private static final int CROWD = 200;
    private static final String NOTHING = "{\"captions\":false,\"companion\":false,\"screenReader\":false}";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    /** Tomorrow at eight in Berlin, and an hour later. */
    private ZonedDateTime eight;

    private Http http;
    private Person doctor;
    private Person patient;
    private Person desk;

    @BeforeEach
    void people() {
        http = new Http(port);
        eight = clock.instant().atZone(ZoneId.of("Europe/Berlin")).plusDays(1).with(LocalTime.of(8, 0));
        doctor = clinic.somebody(Role.DOCTOR);
        patient = clinic.somebody(Role.PATIENT);
        desk = clinic.somebody(Role.ADMIN);
        assertThat(publish("[{\"weekday\":" + eight.getDayOfWeek().getValue()
                                + ",\"from\":\"08:00\",\"to\":\"12:00\"}]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A1: of two hundred who want one time at once, one gets it, and the others are offered the next ones")
    void twoHundred() throws Exception {
        List<Person> crowd = IntStream.range(0, CROWD)
                .mapToObj(i -> clinic.somebody(Role.PATIENT))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        List<Http.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Http.Answer>> all = crowd.stream()
                    .map(one -> threads.submit((Callable<Http.Answer>) () -> {
                        start.await();
                        return book(one, at(0));
                    }))
                    .toList();
            start.countDown();
            for (Future<Http.Answer> one : all) {
                answers.add(one.get());
            }
        }
        List<Http.Answer> losers =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(losers).hasSize(CROWD - 1);
        assertThat(losers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("SLOT_TAKEN");
            assertThat(answer.body().path("message").asString()).contains("Please choose another one");
            assertThat(answer.body().path("details").path("next").path(0).asString())
                    .isEqualTo(at(1));
        });
    }

    @Test
    @DisplayName("A1: the desk finds whom to book for by words of name and address, 25 a page without gap or double")
    void patientsByPage() {
        String family = "Zz" + UUID.randomUUID().toString().substring(0, 8);
        List<String> all = IntStream.range(10, 36)
                .mapToObj(i -> clinic.named("Jos\u00e9 %s %d".formatted(family, i), Role.PATIENT)
                        .id()
                        .toString())
                .toList();
        clinic.named("Jos\u00e9 " + family, Role.DOCTOR);
        String asked = "/api/v1/booking/patients?q=jose%20" + family.toUpperCase(Locale.ROOT);
        JsonNode first = data("GET", asked, desk, null);
        JsonNode second = data("GET", asked + "&page=1", desk, null);
        assertThat(first.path("items")).hasSize(25);
        assertThat(Stream.concat(ids(first), ids(second))).containsExactlyElementsOf(all);
        assertThat(first.path("total").asInt()).isEqualTo(26);
        assertThat(first.path("pages").asInt()).isEqualTo(2);
        assertThat(data("GET", asked + "&page=99", desk, null)).isEqualTo(second);
        assertThat(data("GET", asked + "&page=-1", desk, null)).isEqualTo(first);
        assertThat(ids(data("GET", "/api/v1/booking/patients?q=" + patient.email(), desk, null)))
                .containsExactly(patient.id().toString());
        assertThat(data("GET", asked + "%20%25", desk, null).path("total").asInt())
                .as("a sign of the database's is a letter like others")
                .isZero();
    }

    private static Stream<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(one -> one.path("id").asString());
    }

    @Test
    @DisplayName("A1: the doctor is found with what patients choose by, and their first free time")
    void doctors() {
        JsonNode found = data("GET", "/api/v1/doctors", patient, null)
                .valueStream()
                .filter(one -> one.path("id").asString().equals(doctor.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("next").asString()).isEqualTo(at(0));
        assertThat(found.path("languages").valueStream().map(JsonNode::asString))
                .containsExactly("de", "en");
        assertThat(found.path("sentence").asString()).isEqualTo("Takes time.");
        assertThat(found.path("zone").asString()).isEqualTo("Europe/Berlin");
    }

    @Test
    @DisplayName(
            "A1, U4: a booking is held, shows what the patient needs, is paid, and the needs are proposed the next time")
    void theWholeWay() {
        assertThat(data("GET", "/api/v1/booking/needs", patient, null)
                        .path("captions")
                        .asBoolean(true))
                .isFalse();
        JsonNode slots = slots();
        assertThat(starts(slots)).containsExactly(at(0), at(1), at(2), at(3));
        String needs = "{\"interpreter\":\"Dari\",\"captions\":true,\"companion\":false,\"screenReader\":true}";
        JsonNode held = send("POST", "/api/v1/appointments", patient, body(at(1), needs))
                .data();
        assertThat(held.path("status").asString()).isEqualTo("HELD");
        assertThat(held.path("heldUntil").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)).toString());
        assertThat(held.path("entry").path("code").asString()).isEqualTo("NOT_PAID");
        String path = "/api/v1/appointments/" + held.path("id").asString();
        assertThat(data("GET", "/api/v1/appointments", patient, null)).hasSize(1);
        assertThat(data("GET", "/api/v1/appointments", doctor, null))
                .as("not firm yet")
                .isEmpty();
        assertThat(starts(slots())).doesNotContain(at(1));
        assertThat(send("POST", path + "/payment/demo-checkout", patient, null).status())
                .isEqualTo(200);
        JsonNode seen = data("GET", path, doctor, null);
        assertThat(seen.path("intake").path("interpreter").asString()).isEqualTo("Dari");
        assertThat(seen.path("intake").path("screenReader").asBoolean()).isTrue();
        assertThat(data("GET", "/api/v1/booking/needs", patient, null)
                        .path("interpreter")
                        .asString())
                .isEqualTo("Dari");
    }

    @Test
    @DisplayName("U2: the calendar file holds the time, the doctor and the page, never the reason; moved, it is newer")
    void calendar() {
        JsonNode booked =
                send("POST", "/api/v1/appointments", desk, staffBody(at(1))).data();
        String path = "/api/v1/appointments/" + booked.path("id").asString();
        String first = http.send("GET", path + "/calendar.ics", patient.token(), null)
                .raw()
                .body();
        assertThat(first)
                .contains(
                        "UID:" + booked.path("id").asString(),
                        "SEQUENCE:0",
                        "DTSTART:" + at(1).replaceAll("[-:]", ""),
                        "Dr Test")
                .doesNotContain("A cough");
        JsonNode moved = send("POST", path + "/reschedule", desk, "{\"start\":\"" + at(0) + "\",\"reason\":\"Sorry\"}")
                .data();
        assertThat(moved.path("revision").asInt()).isEqualTo(1);
        assertThat(moved.path("changes").path("said").asString()).isEqualTo("Sorry");
        assertThat(http.send("GET", path + "/calendar.ics", patient.token(), null)
                        .raw()
                        .body())
                .contains("SEQUENCE:1", "DTSTART:" + at(0).replaceAll("[-:]", ""));
    }

    @Test
    @DisplayName("A1: hours that overlap or end before they begin are refused with the reason, and nothing is changed")
    void hoursThatMakeNoSense() {
        Http.Answer overlap = publish(
                "[{\"weekday\":1,\"from\":\"08:00\",\"to\":\"12:00\"},{\"weekday\":1,\"from\":\"11:00\",\"to\":\"13:00\"}]");
        assertThat(overlap.status()).isEqualTo(422);
        assertThat(overlap.code()).isEqualTo("HOURS_REFUSED");
        assertThat(overlap.body().path("message").asString()).contains("08:00", "11:00", "overlap");
        assertThat(publish("[{\"weekday\":1,\"from\":\"12:00\",\"to\":\"08:00\"}]")
                        .code())
                .isEqualTo("HOURS_REFUSED");
        assertThat(data("GET", availability(), doctor, null).path("week")).hasSize(1);
    }

    @Test
    @DisplayName("A1: a day off takes its times away, and gives them back when it is withdrawn")
    void exceptions() {
        String off = "{\"firstDay\":\"" + eight.toLocalDate() + "\",\"lastDay\":\"" + eight.toLocalDate()
                + "\",\"kind\":\"OFF\"}";
        JsonNode with = send("POST", "/api/v1/doctors/" + doctor.id() + "/exceptions", doctor, off)
                .data();
        JsonNode none = slots();
        assertThat(none.path("slots")).isEmpty();
        assertThat(none.path("next").asString())
                .isEqualTo(eight.plusWeeks(1).toInstant().toString());
        String id = with.path("exceptions").path(0).path("id").asString();
        assertThat(send("DELETE", "/api/v1/doctors/" + doctor.id() + "/exceptions/" + id, doctor, null)
                        .status())
                .isEqualTo(200);
        assertThat(slots().path("slots")).hasSize(4);
        String half = "{\"firstDay\":\"" + eight.toLocalDate() + "\",\"lastDay\":\"" + eight.toLocalDate()
                + "\",\"kind\":\"EXTRA\"}";
        assertThat(send("POST", "/api/v1/doctors/" + doctor.id() + "/exceptions", doctor, half)
                        .code())
                .isEqualTo("HOURS_REFUSED");
    }

    @Test
    @DisplayName("A1: patients book for themselves, staff says for whom")
    void forWhom() {
        assertThat(send("POST", "/api/v1/appointments", patient, staffBody(at(1)))
                        .code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(send("POST", "/api/v1/appointments", desk, body(at(1), NOTHING))
                        .code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(send(
                                "GET",
                                "/api/v1/doctors/" + UUID.randomUUID() + "/slots?from=" + at(0) + "&to=" + at(1),
                                patient,
                                null)
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(send(
                                "GET",
                                "/api/v1/doctors/" + doctor.id() + "/slots?from=" + at(0) + "&to=" + at(24 * 50),
                                patient,
                                null)
                        .code())
                .isEqualTo("INVALID_REQUEST");
    }

    private String at(int hoursLater) {
        return eight.plusHours(hoursLater).toInstant().toString();
    }

    private Http.Answer publish(String week) {
        return send(
                "PUT",
                availability(),
                doctor,
                "{\"slotMinutes\":50,\"bufferMinutes\":10,\"noticeMinutes\":60,\"aheadDays\":30,\"week\":" + week
                        + ",\"languages\":[\"de\",\"en\"],\"sentence\":\"Takes time.\"}");
    }

    private String availability() {
        return "/api/v1/doctors/" + doctor.id() + "/availability";
    }

    private JsonNode slots() {
        return data("GET", "/api/v1/doctors/" + doctor.id() + "/slots?from=" + at(-1) + "&to=" + at(10), patient, null);
    }

    private static List<String> starts(JsonNode slots) {
        return slots.path("slots")
                .valueStream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }

    private Http.Answer book(Person who, String start) {
        return send("POST", "/api/v1/appointments", who, body(start, NOTHING));
    }

    private String body(String start, String needs) {
        return "{\"doctor\":\"" + doctor.id() + "\",\"start\":\"" + start + "\",\"reason\":\"A cough\",\"intake\":"
                + needs + "}";
    }

    private String staffBody(String start) {
        return body(start, NOTHING).replace("{\"doctor\"", "{\"patient\":\"" + patient.id() + "\",\"doctor\"");
    }

    private JsonNode data(String method, String path, Person who, @Nullable String body) {
        Http.Answer answer = send(method, path, who, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data();
    }

    private Http.Answer send(String method, String path, Person who, @Nullable String body) {
        return http.send(method, path, who.token(), body);
    }
}
