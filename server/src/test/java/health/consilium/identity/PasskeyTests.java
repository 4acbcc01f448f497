package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.PublicAddress;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.PasskeyDevice;
import health.consilium.testing.ServerTest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S7, A6: passkeys, after the password or instead of it, over HTTP with a device that signs for real. */
@ServerTest
@TestPropertySource(
        properties = {"consilium.mode=production", "consilium.tls.trusted-proxy=true", "consilium.webhook.rehearsal="})
@SuppressWarnings("NullAway.Init") // filled before each test
class PasskeyTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private PublicAddress address;

    private Person doctor;
    private PasskeyDevice device;

    @BeforeEach
    void aDoctorWithADevice() {
        ((MutableClock) clock).advance(Duration.ofMinutes(20));
        doctor = clinic.somebody(Role.DOCTOR);
        device = device();
    }

    private PasskeyDevice device() {
        return new PasskeyDevice(address.root().toString());
    }

    private Answer send(String method, String path, @Nullable String session, @Nullable String body) {
        return new Http(port).send(method, "/api/v1/auth" + path, session, body);
    }

    private static String cookie(Answer answer, String name) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String session(Answer answer) {
        return cookie(answer, "CONSILIUM_SESSION");
    }

    private static String body(String member, String text) {
        return JSON.writeValueAsString(Map.of(member, text));
    }

    private Answer signIn(Person who) {
        return send(
                "POST",
                "/login",
                null,
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(who.email(), Clinic.PASSWORD));
    }

    private static String next(Answer answer) {
        return answer.data().path("next").asString();
    }

    private int me(String session) {
        return send("GET", "/me", session, null).status();
    }

    /** With the token of somebody who is signed in. */
    private Answer adds(Person who, PasskeyDevice with) {
        JsonNode options = send("POST", "/passkeys/registration", who.token(), body("password", Clinic.PASSWORD))
                .data();
        return send("POST", "/passkeys", who.token(), body("credential", with.makes(options)));
    }

    private PasskeyDevice added(Person who) {
        PasskeyDevice with = device();
        assertThat(adds(who, with).status()).isEqualTo(200);
        return with;
    }

    /** A question without a password, and the cookie of the browser that asked it. */
    private record Question(JsonNode options, String browser) {}

    private Question asks() {
        Answer asked = send("POST", "/passkeys/sign-in/options", null, null);
        return new Question(asked.data(), cookie(asked, "CONSILIUM_PASSKEY"));
    }

    private Answer answers(Question question, String credential) {
        return send(
                "POST",
                "/passkeys/sign-in",
                "nobody; CONSILIUM_PASSKEY=" + question.browser(),
                body("credential", credential));
    }

    private Answer signsInBy(PasskeyDevice with) {
        Question question = asks();
        return answers(question, with.signs(question.options()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCTOR", "ADMIN"})
    @DisplayName(
            "at the first sign-in a passkey can be made in place of the app, and from then on it is the second step")
    void enrolment(Role role) {
        Person person = clinic.somebody(role);
        Answer begun = signIn(person);
        assertThat(next(begun)).isEqualTo("ENROL");
        String half = session(begun);
        JsonNode options = send("POST", "/passkeys/registration", half, "{\"password\":null}")
                .data();
        assertThat(options.path("rp").path("id").asString())
                .isEqualTo(address.root().getHost());
        Answer made = send("POST", "/passkeys", half, body("credential", device.makes(options)));
        assertThat(made.data().path("codes")).hasSize(10);
        assertThat(me(session(made))).isEqualTo(200);
        Answer again = signIn(person);
        assertThat(next(again)).isEqualTo("PASSKEY");
        assertThat(again.data().path("user").isNull()).isTrue();
        half = session(again);
        assertThat(me(half)).isEqualTo(401);
        JsonNode question =
                send("POST", "/second-factor/passkey/options", half, null).data();
        assertThat(question.path("allowCredentials").path(0).path("id").asString())
                .isEqualTo(device.id());
        Answer answered = send("POST", "/second-factor/passkey", half, body("credential", device.signs(question)));
        assertThat(me(session(answered))).isEqualTo(200);
        assertThat(send("POST", "/second-factor/passkey/options", half, null).status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("without a password: the device has checked its owner and says who it is")
    void passwordless() {
        PasskeyDevice own = added(doctor);
        Question question = asks();
        assertThat(question.options().path("userVerification").asString()).isEqualTo("required");
        assertThat(question.options().path("allowCredentials")).isEmpty();
        String session = session(answers(question, own.signs(question.options())));
        assertThat(send("GET", "/me", session, null)
                        .data()
                        .path("user")
                        .path("id")
                        .asString())
                .isEqualTo(doctor.id().toString());
    }

    @Test
    @DisplayName("of a device that does not check its owner: enough after a password, not without one")
    void notVerified() {
        PasskeyDevice own = added(doctor).doesNotCheckItsOwner();
        assertThat(signsInBy(own).code()).isEqualTo("PASSKEY_NOT_VERIFIED");
        String half = session(signIn(doctor));
        JsonNode question =
                send("POST", "/second-factor/passkey/options", half, null).data();
        assertThat(send("POST", "/second-factor/passkey", half, body("credential", own.signs(question)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("an answer that another page, or one for another website, asked for is refused")
    void foreignOrigin() {
        PasskeyDevice own = added(doctor);
        String ours = address.root().toString();
        assertThat(signsInBy(own.on("https://consilium.example.evil")).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(signsInBy(own.on(ours.replace("http:", "https:"))).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(signsInBy(own.on(ours).saysItIsFor("evil.example")).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(adds(doctor, device().on("https://evil.example")).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(signsInBy(own.saysItIsFor("")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a question is answered once, by the browser that asked, for what it asked")
    void replay() {
        PasskeyDevice own = added(doctor);
        Question question = asks();
        String answer = own.signs(question.options());
        assertThat(answers(asks(), answer).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(answers(new Question(question.options(), "somebody-else"), answer)
                        .code())
                .isEqualTo("PASSKEY_LATE");
        assertThat(answers(question, answer).status()).isEqualTo(200);
        assertThat(answers(question, answer).code()).isEqualTo("PASSKEY_LATE");
        String half = session(signIn(doctor));
        assertThat(send("POST", "/second-factor/passkey", half, body("credential", answer))
                        .code())
                .isEqualTo("PASSKEY_LATE");
        assertThat(send("POST", "/passkeys", doctor.token(), body("credential", answer))
                        .code())
                .isEqualTo("PASSKEY_LATE");
    }

    @Test
    @DisplayName("five minutes: a moment before them it counts, on them and after them it is late")
    void late() {
        PasskeyDevice own = added(doctor);
        for (int off = -1; off <= 1; off++) {
            Question question = asks();
            ((MutableClock) clock).advance(Duration.ofMinutes(5).plusMillis(off));
            Answer answer = answers(question, own.signs(question.options()));
            assertThat(answer.status()).as("%d ms", off).isEqualTo(off < 0 ? 200 : 410);
        }
    }

    @Test
    @DisplayName(
            "somebody else's passkey is no second step, and a device that says it is somebody else's is not believed")
    void notTheirs() {
        Person other = clinic.somebody(Role.DOCTOR);
        PasskeyDevice own = added(doctor);
        PasskeyDevice others = added(other);
        String half = session(signIn(doctor));
        JsonNode question =
                send("POST", "/second-factor/passkey/options", half, null).data();
        assertThat(send("POST", "/second-factor/passkey", half, body("credential", others.signs(question)))
                        .code())
                .isEqualTo("PASSKEY_UNKNOWN");
        assertThat(me(half)).isEqualTo(401);
        String handle = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(other.id().value().getMostSignificantBits())
                        .putLong(other.id().value().getLeastSignificantBits())
                        .array());
        assertThat(signsInBy(own.saysItIs(handle)).code()).isEqualTo("PASSKEY_UNKNOWN");
        assertThat(signsInBy(own.saysItIs("")).code()).isEqualTo("PASSKEY_UNKNOWN");
        assertThat(signsInBy(device()).code()).isEqualTo("PASSKEY_UNKNOWN");
    }

    @Test
    @DisplayName("a counter that stays or goes back is that of a copy, also of two at the same moment")
    void counter() throws Exception {
        PasskeyDevice own = device().counts(5);
        adds(doctor, own);
        assertThat(signsInBy(own).status()).isEqualTo(200);
        assertThat(signsInBy(own.counts(4)).code()).isEqualTo("PASSKEY_REFUSED");
        own.counts(9);
        List<Question> questions = IntStream.range(0, 4).mapToObj(n -> asks()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = questions.stream()
                    .<Callable<Integer>>map(question -> {
                        String answer = own.signsAgain(question.options());
                        return () -> answers(question, answer).status();
                    })
                    .toList();
            int in = 0;
            for (Future<Integer> each : threads.invokeAll(all)) {
                in += each.get() == 200 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "a passkey that was taken away, or whose owner is switched off, opens nothing; taking away wants the password")
    void removed() {
        PasskeyDevice gone = added(doctor);
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
        PasskeyDevice stays = added(doctor);
        JsonNode list = send("GET", "/passkeys", doctor.token(), null).data();
        assertThat(list).hasSize(2);
        String path = "/passkeys/" + list.path(0).path("id").asString() + "/remove";
        assertThat(send("POST", path, doctor.token(), body("password", "not this"))
                        .code())
                .isEqualTo("WRONG_CREDENTIALS");
        Person other = clinic.somebody(Role.DOCTOR);
        assertThat(send("POST", path, other.token(), body("password", Clinic.PASSWORD))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(signsInBy(gone).status()).isEqualTo(200);
        assertThat(send("POST", path, doctor.token(), body("password", Clinic.PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(signsInBy(gone).code()).isEqualTo("PASSKEY_UNKNOWN");
        assertThat(signsInBy(stays).status()).isEqualTo(200);
        jdbc.sql("update identity_account set enabled = false where id = ?")
                .param(doctor.id().value())
                .update();
        assertThat(signsInBy(stays).code()).isEqualTo("PASSKEY_UNKNOWN");
    }

    @Test
    @DisplayName("who has a second factor adds a passkey only when signed in whole and with the password")
    void adding() {
        assertThat(send("POST", "/passkeys/registration", doctor.token(), body("password", "not this"))
                        .code())
                .isEqualTo("WRONG_CREDENTIALS");
        PasskeyDevice own = added(doctor);
        String half = session(signIn(doctor));
        assertThat(send("POST", "/passkeys/registration", half, "{\"password\":null}")
                        .status())
                .isEqualTo(401);
        assertThat(send("POST", "/passkeys", half, body("credential", "{}")).status())
                .isEqualTo(401);
        // The same key once more, for somebody else: it stays whose it is.
        assertThat(adds(clinic.somebody(Role.DOCTOR), own).code()).isEqualTo("PASSKEY_REFUSED");
        for (String rubbish : List.of("{}", "null", "[]", "no JSON", "{\"id\":\"AA\",\"response\":{}}")) {
            assertThat(answers(asks(), rubbish).code()).as(rubbish).isEqualTo("PASSKEY_REFUSED");
        }
    }

    @Test
    @DisplayName("the device is gone: a spare code works once, for programs too; with the last passkey the codes go")
    void spareCodes() {
        List<String> codes = new ArrayList<>();
        adds(doctor, device).data().path("codes").forEach(code -> codes.add(code.asString()));
        assertThat(codes).hasSize(10);
        assertThat(adds(doctor, device()).data().path("codes")).isEmpty();
        String half = session(signIn(doctor));
        assertThat(send("POST", "/second-factor", half, body("code", codes.getFirst()))
                        .status())
                .isEqualTo(200);
        String program = "{\"email\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}";
        assertThat(send("POST", "/token", null, program.formatted(doctor.email(), Clinic.PASSWORD, codes.getFirst()))
                        .code())
                .isEqualTo("WRONG_CODE");
        assertThat(send("POST", "/token", null, program.formatted(doctor.email(), Clinic.PASSWORD, codes.getLast()))
                        .status())
                .isEqualTo(200);
        send("GET", "/passkeys", doctor.token(), null)
                .data()
                .forEach(passkey -> send(
                        "POST",
                        "/passkeys/" + passkey.path("id").asString() + "/remove",
                        doctor.token(),
                        body("password", Clinic.PASSWORD)));
        assertThat(next(signIn(doctor))).isEqualTo("ENROL");
        assertThat(send("GET", "/second-factor", doctor.token(), null)
                        .data()
                        .path("codesLeft")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("an administrator takes passkeys away as well when the device is gone")
    void reset() {
        PasskeyDevice own = added(doctor);
        Person admin = clinic.somebody(Role.ADMIN);
        String path = "/api/v1/admin/users/" + doctor.id() + "/second-factor/reset";
        assertThat(new Http(port).send("POST", path, admin.token(), null).status())
                .isEqualTo(200);
        assertThat(me(doctor.token())).isEqualTo(401);
        assertThat(signsInBy(own).code()).isEqualTo("PASSKEY_UNKNOWN");
        assertThat(next(signIn(doctor))).isEqualTo("ENROL");
    }
}
