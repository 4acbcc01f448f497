package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Accounts.NewAccount;
import health.consilium.scheduling.AppointmentId;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A6, L12, U7: a patient without a password comes in by the link in a mail, and nobody else does. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class LinkTests {
    private static final LocalDate BORN = LocalDate.of(1984, 3, 12);

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private Users users;

    @Autowired
    private Consultations consultations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId patient;
    private UUID appointment;
    private String path;

    @BeforeEach
    void aPatientWithAnAppointment() {
        // What came from this address a minute ago does not count any more.
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        patient = somebody(BORN);
        appointment = appointmentOf(patient);
        path = "/call/" + appointment;
    }

    private UserId somebody(@Nullable LocalDate born) {
        UserId id = new UserId(UUID.randomUUID());
        accounts.ensure(new NewAccount(
                id,
                id + "@test.example",
                Clinic.PASSWORD,
                Role.PATIENT,
                "Maria Rossi",
                "",
                ZoneId.of("Europe/Rome"),
                "it",
                null,
                born,
                ""));
        return id;
    }

    private UUID appointmentOf(UserId person) {
        Person as = new Person(
                new CurrentUser(person, Role.PATIENT, "", ZoneId.of("UTC"), "en", UUID.randomUUID()), "", "");
        return clinic.now(as, clinic.somebody(Role.DOCTOR), true).id().value();
    }

    private String link() {
        return links.issue(patient, path, clock.instant().plus(Duration.ofDays(1)))
                .reveal();
    }

    private Answer open(String token, @Nullable String session) {
        return post("open", session, "{\"token\":\"%s\"}".formatted(token));
    }

    private Answer comeIn(String token, LocalDate born) {
        return post("come-in", null, "{\"token\":\"%s\",\"dateOfBirth\":\"%s\"}".formatted(token, born));
    }

    private Answer post(String what, @Nullable String session, String body) {
        return new Http(port).send("POST", "/api/v1/auth/links/" + what, session, body);
    }

    private static String session(Answer in) {
        assertThat(in.status()).as(in.body().toString()).isEqualTo(200);
        return in.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("CONSILIUM_SESSION="))
                .map(cookie -> cookie.substring("CONSILIUM_SESSION=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("the page says who invites and when, and of the patient not more than a greeting needs")
    void whatTheLinkSays() {
        Answer opened = open(link(), null);
        assertThat(opened.data().path("name").asString()).isEqualTo("Maria R.");
        assertThat(opened.data().path("host").asString()).startsWith("Dr Test");
        assertThat(Instant.parse(opened.data().path("start").asString())).isEqualTo(clock.instant());
        assertThat(opened.data().path("birthdayKnown").asBoolean()).isTrue();
        assertThat(opened.data().path("path").isNull()).isTrue();
    }

    @Test
    @DisplayName("mail scanners open it as often as they like; the patient comes in, once")
    void onceOnly() {
        String token = link();
        for (int i = 0; i < 3; i++) {
            assertThat(open(token, null).status()).isEqualTo(200);
        }
        Answer in = comeIn(token, BORN);
        assertThat(in.data().path("path").asString()).isEqualTo(path);
        assertThat(me(session(in)).path("onlyAppointment").asString()).isEqualTo(appointment.toString());
        assertThat(comeIn(token, BORN).code()).isEqualTo("LINK_OVER");
        assertThat(open(token, null).code()).isEqualTo("LINK_OVER");
    }

    private tools.jackson.databind.JsonNode me(String session) {
        return new Http(port)
                .send("GET", "/api/v1/auth/me", session, null)
                .data()
                .path("user");
    }

    @Test
    @DisplayName("whoever comes back by a used link in the same browser goes on at once")
    void backInTheSameBrowser() {
        String token = link();
        String session = session(comeIn(token, BORN));
        assertThat(open(token, session).data().path("path").asString()).isEqualTo(path);
        String foreign = clinic.somebody(Role.PATIENT).token();
        assertThat(open(token, foreign).code()).isEqualTo("LINK_OVER");
    }

    @Test
    @DisplayName("L12: twenty at once with one link: one comes in")
    void race() throws Exception {
        String token = link();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Five tries a link: the others find them used up, or the link.
            Callable<Integer> one = () -> comeIn(token, BORN).status();
            List<Future<Integer>> all =
                    threads.invokeAll(Stream.generate(() -> one).limit(20).toList());
            int in = 0;
            for (Future<Integer> each : all) {
                in += each.get() == 200 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("L12: a link is over at its end, not a millisecond before")
    void theEnd() {
        Instant until = clock.instant().plus(Duration.ofHours(2));
        String early = links.issue(patient, path, until).reveal();
        String late = links.issue(patient, path, until).reveal();
        ((MutableClock) clock).set(until.minusMillis(1));
        assertThat(comeIn(early, BORN).status()).isEqualTo(200);
        ((MutableClock) clock).set(until);
        assertThat(comeIn(late, BORN).code()).isEqualTo("LINK_OVER");
        assertThat(open(late, null).code()).isEqualTo("LINK_OVER");
    }

    @Test
    @DisplayName("L12: five wrong dates of birth and the link is over; each answer says how many are left")
    void guessing() {
        String token = link();
        for (int left = 4; left >= 0; left--) {
            Answer wrong = comeIn(token, BORN.plusDays(1));
            assertThat(wrong.code()).isEqualTo("NOT_CONFIRMED");
            assertThat(wrong.body().path("details").path("triesLeft").asInt()).isEqualTo(left);
        }
        assertThat(comeIn(token, BORN).code()).isEqualTo("LINK_OVER");
        assertThat(comeIn(link(), BORN).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("L12: new links bring no endless guesses: twenty a day for a person")
    void guessingWithManyLinks() {
        for (int i = 0; i < 20; i++) {
            assertThat(comeIn(link(), BORN.plusDays(i + 1)).code()).isEqualTo("NOT_CONFIRMED");
        }
        String token = link();
        assertThat(comeIn(token, BORN).code()).isEqualTo("TOO_MANY_ATTEMPTS");
        ((MutableClock) clock).advance(Duration.ofHours(2));
        assertThat(comeIn(token, BORN).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("U7: where no date of birth is on file it is asked once, and from then on it must be the same")
    void askedAndStored() {
        patient = somebody(null);
        appointment = appointmentOf(patient);
        path = "/call/" + appointment;
        String token = link();
        assertThat(open(token, null).data().path("birthdayKnown").asBoolean()).isFalse();
        assertThat(comeIn(token, LocalDate.of(1990, 1, 2)).status()).isEqualTo(200);
        assertThat(users.find(patient).orElseThrow().dateOfBirth()).isEqualTo(LocalDate.of(1990, 1, 2));
        assertThat(comeIn(link(), LocalDate.of(1990, 1, 3)).code()).isEqualTo("NOT_CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2031-01-01", "1984-13-01", "yesterday", ""})
    @DisplayName("a date that nobody was born on is asked again, and costs no try")
    void senseless(String born) {
        String token = link();
        Answer answer = post("come-in", null, "{\"token\":\"%s\",\"dateOfBirth\":\"%s\"}".formatted(token, born));
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(comeIn(token, BORN.plusDays(1))
                        .body()
                        .path("details")
                        .path("triesLeft")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("a forged token, a disabled patient: the same answer")
    void forged() {
        String token = link();
        assertThat(open("A".repeat(43), null).code()).isEqualTo("LINK_OVER");
        assertThat(open(token.substring(1), null).code()).isEqualTo("LINK_OVER");
        jdbc.sql("update identity_account set enabled = false where id = ?")
                .param(patient.value())
                .update();
        assertThat(open(token, null).code()).isEqualTo("LINK_OVER");
        assertThat(comeIn(token, BORN).code()).isEqualTo("LINK_OVER");
    }

    @Test
    @DisplayName("only a hash of the token is kept")
    void hashed() {
        String token = link();
        String all = String.join(
                " ",
                jdbc.sql("select l::text from identity_link l")
                        .query(String.class)
                        .list());
        assertThat(all).doesNotContain(token);
    }

    @Test
    @DisplayName("yesterday's link works beside today's; of more than five the oldest go")
    void reissued() {
        String first = link();
        ((MutableClock) clock).advance(Duration.ofMillis(1));
        String second = link();
        assertThat(comeIn(first, BORN).status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            ((MutableClock) clock).advance(Duration.ofMillis(1));
            link();
        }
        assertThat(open(second, null).code()).isEqualTo("LINK_OVER");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCTOR", "ADMIN"})
    @DisplayName("S7: doctors and administrators never sign in by link")
    void notForStaff(Role role) {
        UserId staff = clinic.somebody(role).id();
        assertThatThrownBy(() -> links.issue(staff, path, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/%s", "//evil.example/%s", "/\\evil.example/%s", "call/%s", "/history"})
    @DisplayName("a link leads to a page of ours that belongs to an appointment")
    void ownPages(String foreign) {
        assertThatThrownBy(() -> links.issue(patient, foreign.formatted(appointment), clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("L12: who came in by a link sees that appointment, and nothing else of the same person")
    void leastPrivilege() {
        UUID other = appointmentOf2();
        String session = session(comeIn(link(), BORN));
        Http http = new Http(port);
        assertThat(http.send("GET", "/api/v1/appointments/" + appointment, session, null)
                        .status())
                .isEqualTo(200);
        assertThat(http.send("POST", "/api/v1/consultations/" + appointment + "/entry", session, null)
                        .status())
                .isEqualTo(200);
        Answer list = http.send("GET", "/api/v1/appointments", session, null);
        assertThat(list.data().size()).isEqualTo(1);
        assertThat(list.data().path(0).path("id").asString()).isEqualTo(appointment.toString());
        for (String foreign : List.of(
                "GET /api/v1/appointments/" + other,
                "GET /api/v1/consultations/" + other,
                "POST /api/v1/consultations/" + other + "/entry",
                "POST /api/v1/appointments/" + other + "/cancel",
                "GET /api/v1/push",
                "GET /api/v1/consultations/" + appointment.toString().toUpperCase(java.util.Locale.ROOT) + "0")) {
            String[] route = foreign.split(" ");
            assertThat(http.send(route[0], route[1], session, null).code())
                    .as(foreign)
                    .isEqualTo("LINK_TOO_NARROW");
        }
        assertThat(http.send("GET", "/api/v1/appointments/" + appointment + "/../" + other, session, null)
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    @DisplayName("L12: the call of that appointment belongs to it, the call of another one does not")
    void callsOfTheAppointment() {
        UUID other = appointmentOf2();
        String session = session(comeIn(link(), BORN));
        Http http = new Http(port);
        assertThat(http.send("GET", "/api/v1/video-call/" + call(appointment) + "/recordings", session, null)
                        .status())
                .isEqualTo(200);
        for (UUID foreign : List.of(call(other), UUID.randomUUID())) {
            assertThat(http.send("GET", "/api/v1/video-call/" + foreign + "/recordings", session, null)
                            .code())
                    .isEqualTo("LINK_TOO_NARROW");
            assertThat(http.send("GET", "/api/v1/recordings/" + foreign + "/manifest", session, null)
                            .code())
                    .isEqualTo("LINK_TOO_NARROW");
        }
    }

    @Test
    @DisplayName("L12: who came in by a link changes no phone number; the time zone follows the device")
    void nothingOfTheAccount() {
        String session = session(comeIn(link(), BORN));
        Http http = new Http(port);
        assertThat(http.send("PATCH", "/api/v1/auth/me", session, "{\"phone\":\"+49 30 666666\"}")
                        .code())
                .isEqualTo("LINK_TOO_NARROW");
        assertThat(http.send("PATCH", "/api/v1/auth/me", session, "{\"zone\":\"Europe/Paris\"}")
                        .status())
                .isEqualTo(200);
        assertThat(users.find(patient).orElseThrow().phone()).isNull();
    }

    private UUID call(UUID of) {
        return consultations
                .ofAppointment(new AppointmentId(of))
                .orElseThrow()
                .id()
                .value();
    }

    private UUID appointmentOf2() {
        Person as = new Person(
                new CurrentUser(patient, Role.PATIENT, "", ZoneId.of("UTC"), "en", UUID.randomUUID()), "", "");
        return clinic.in(Duration.ofHours(1), as, clinic.somebody(Role.DOCTOR), true)
                .id()
                .value();
    }
}
