package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.factor.TotpTests;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** S7, A6: doctors and administrators need a second factor outside the demo; patients may have one. */
@ServerTest
@TestPropertySource(
        properties = {"consilium.mode=production", "consilium.tls.trusted-proxy=true", "consilium.webhook.rehearsal="})
@SuppressWarnings("NullAway.Init") // filled before each test
class SecondFactorTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Person doctor;

    @BeforeEach
    void aDoctor() {
        ((MutableClock) clock).advance(Duration.ofMinutes(20));
        doctor = clinic.somebody(Role.DOCTOR);
    }

    private Answer send(String method, String path, @Nullable String session, @Nullable String body) {
        return new Http(port).send(method, "/api/v1" + path, session, body);
    }

    private Answer signIn(Person who) {
        return send(
                "POST",
                "/auth/login",
                null,
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(who.email(), Clinic.PASSWORD));
    }

    private static String session(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("CONSILIUM_SESSION="))
                .map(cookie -> cookie.substring("CONSILIUM_SESSION=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private int me(String session) {
        return send("GET", "/auth/me", session, null).status();
    }

    private record Enrolled(String secret, List<String> codes, String session) {}

    private Enrolled enrol(Person who) {
        Answer half = signIn(who);
        assertThat(half.data().path("next").asString()).isEqualTo("ENROL");
        String cookie = session(half);
        assertThat(me(cookie)).isEqualTo(401);
        Answer begun = send("POST", "/auth/second-factor/enrolment", cookie, "{\"password\":null}");
        String secret = begun.data().path("secret").asString();
        assertThat(begun.data().path("uri").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        Answer confirmed = code("/auth/second-factor/enrolment/confirm", cookie, now(secret));
        List<String> codes = new ArrayList<>();
        confirmed.data().path("codes").forEach(code -> codes.add(code.asString()));
        String whole = session(confirmed);
        assertThat(me(whole)).isEqualTo(200);
        return new Enrolled(secret, codes, whole);
    }

    private String now(String secret) {
        return TotpTests.codeAt(secret, clock.instant());
    }

    private Answer code(String path, String session, String code) {
        return send("POST", path, session, "{\"code\":\"%s\"}".formatted(code));
    }

    private void nextStep() {
        ((MutableClock) clock).advance(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCTOR", "ADMIN"})
    @DisplayName("at the first sign-in an app is set up, and from then on each needs a code")
    void enrolment(Role role) {
        Person person = clinic.somebody(role);
        Enrolled enrolled = enrol(person);
        assertThat(enrolled.codes()).hasSize(10).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        nextStep();
        Answer half = signIn(person);
        assertThat(half.data().path("next").asString()).isEqualTo("CODE");
        assertThat(half.data().path("user").isNull()).isTrue();
        String cookie = session(half);
        assertThat(me(cookie)).isEqualTo(401);
        String whole = session(code("/auth/second-factor", cookie, now(enrolled.secret())));
        assertThat(me(whole)).isEqualTo(200);
        assertThat(whole).isNotEqualTo(cookie);
        assertThat(code("/auth/second-factor", cookie, now(enrolled.secret())).status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("S7: a code works once, also when two come at the same moment")
    void replay() throws Exception {
        Enrolled enrolled = enrol(doctor);
        String usedAtEnrolment = now(enrolled.secret());
        String early = session(signIn(doctor));
        assertThat(code("/auth/second-factor", early, usedAtEnrolment).code()).isEqualTo("WRONG_CODE");
        nextStep();
        String code = now(enrolled.secret());
        List<String> halves =
                Stream.generate(() -> session(signIn(doctor))).limit(4).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = halves.stream()
                    .<Callable<Integer>>map(half ->
                            () -> code("/auth/second-factor", half, code).status())
                    .toList();
            int in = 0;
            for (Future<Integer> each : threads.invokeAll(all)) {
                in += each.get() == 200 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("the phone is gone: a code from the paper works, once, however it is written")
    void recovery() {
        Enrolled enrolled = enrol(doctor);
        String paper = enrolled.codes().get(3);
        String typed = paper.toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(me(session(code("/auth/second-factor", session(signIn(doctor)), typed))))
                .isEqualTo(200);
        assertThat(code("/auth/second-factor", session(signIn(doctor)), paper).code())
                .isEqualTo("WRONG_CODE");
        assertThat(send("GET", "/auth/second-factor", enrolled.session(), null)
                        .data()
                        .path("codesLeft")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    @DisplayName("ten guesses in a quarter of an hour, over all sign-ins together")
    void guessing() {
        enrol(doctor);
        for (int i = 0; i < 10; i++) {
            assertThat(code("/auth/second-factor", session(signIn(doctor)), "abcdef")
                            .code())
                    .isEqualTo("WRONG_CODE");
        }
        assertThat(code("/auth/second-factor", session(signIn(doctor)), "abcdef")
                        .code())
                .isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    @DisplayName("a password alone does not replace the app of somebody who has one")
    void noSecondEnrolment() {
        enrol(doctor);
        String half = session(signIn(doctor));
        assertThat(send("POST", "/auth/second-factor/enrolment", half, "{\"password\":null}")
                        .status())
                .isEqualTo(401);
        assertThat(code("/auth/second-factor/enrolment/confirm", half, "123456").status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("half a sign-in opens nothing and is over after ten minutes")
    void halfway() {
        Enrolled enrolled = enrol(doctor);
        String half = session(signIn(doctor));
        assertThat(send("POST", "/signalling/tickets", half, null).status()).isEqualTo(401);
        assertThat(send("GET", "/appointments", half, null).status()).isEqualTo(401);
        ((MutableClock) clock).advance(Duration.ofMinutes(10));
        assertThat(code("/auth/second-factor", half, now(enrolled.secret())).status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("programs say a code as well; without one, or without an app, they get no token")
    void programs() {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(doctor.email(), Clinic.PASSWORD);
        assertThat(send("POST", "/auth/token", null, body).code()).isEqualTo("SECOND_FACTOR_NEEDED");
        Enrolled enrolled = enrol(doctor);
        assertThat(send("POST", "/auth/token", null, body).code()).isEqualTo("SECOND_FACTOR_NEEDED");
        nextStep();
        String with = body.replace("}", ",\"code\":\"" + now(enrolled.secret()) + "\"}");
        assertThat(send("POST", "/auth/token", null, with).status()).isEqualTo(200);
        assertThat(send("POST", "/auth/token", null, with).code()).isEqualTo("WRONG_CODE");
    }

    @Test
    @DisplayName("patients may have one and need none; taking it away wants password and code")
    void patients() {
        Person patient = clinic.somebody(Role.PATIENT);
        assertThat(signIn(patient).data().path("next").asString()).isEqualTo("NOTHING");
        String enrolment = "{\"password\":\"%s\"}".formatted(Clinic.PASSWORD);
        Answer begun = send("POST", "/auth/second-factor/enrolment", patient.token(), enrolment);
        String secret = begun.data().path("secret").asString();
        assertThat(signIn(patient).data().path("next").asString()).isEqualTo("NOTHING");
        assertThat(code("/auth/second-factor/enrolment/confirm", patient.token(), now(secret))
                        .status())
                .isEqualTo(200);
        assertThat(signIn(patient).data().path("next").asString()).isEqualTo("CODE");
        nextStep();
        String removal = "{\"password\":\"%s\",\"code\":\"%s\"}";
        assertThat(send(
                                "POST",
                                "/auth/second-factor/remove",
                                patient.token(),
                                removal.formatted("not this", now(secret)))
                        .code())
                .isEqualTo("WRONG_CREDENTIALS");
        assertThat(send(
                                "POST",
                                "/auth/second-factor/remove",
                                patient.token(),
                                removal.formatted(Clinic.PASSWORD, now(secret)))
                        .status())
                .isEqualTo(200);
        assertThat(signIn(patient).data().path("next").asString()).isEqualTo("NOTHING");
    }

    @Test
    @DisplayName(
            "an administrator takes it away when phone and codes are gone: signed out, set up anew, in the audit trail")
    void reset() {
        Enrolled enrolled = enrol(doctor);
        Person admin = clinic.somebody(Role.ADMIN);
        String path = "/admin/users/" + doctor.id() + "/second-factor/reset";
        assertThat(send("POST", path, admin.token(), null).status()).isEqualTo(200);
        assertThat(me(enrolled.session())).isEqualTo(401);
        assertThat(signIn(doctor).data().path("next").asString()).isEqualTo("ENROL");
    }

    @Test
    @DisplayName("secrets and codes do not stand in the database as they are")
    void sealed() {
        Enrolled enrolled = enrol(doctor);
        String all = String.join(
                " ",
                jdbc.sql("select t::text from identity_totp t union all select c::text from identity_recovery_code c")
                        .query(String.class)
                        .list());
        assertThat(all)
                .doesNotContain(enrolled.secret())
                .doesNotContain(enrolled.codes().getFirst());
    }
}
