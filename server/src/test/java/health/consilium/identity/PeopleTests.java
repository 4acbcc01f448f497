package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Heard;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A6, A7, S3: what administrators do with accounts, and everybody with their own. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class PeopleTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    private Person admin;
    private Heard heard;

    @BeforeEach
    void anAdministrator() {
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        heard = Heard.in(context);
        admin = clinic.somebody(Role.ADMIN);
    }

    private Answer send(String method, String path, @Nullable String session, @Nullable String body) {
        return new Http(port).send(method, "/api/v1" + path, session, body);
    }

    private static String details(String email, Role role, String name, boolean enabled) {
        return "{\"email\":\"%s\",\"role\":\"%s\",\"name\":\"%s\",\"about\":\"Cardiology\",\"phone\":\"+49 30 123456\",\"dateOfBirth\":\"1980-02-29\",\"zone\":\"Europe/Berlin\",\"locale\":\"de\",\"enabled\":%s}"
                .formatted(email, role, name, enabled);
    }

    private Answer create(String email, Role role, String name) {
        return send("POST", "/admin/users", admin.token(), details(email, role, name, true));
    }

    private Answer change(UUID id, String email, Role role, boolean enabled) {
        return send("PUT", "/admin/users/" + id, admin.token(), details(email, role, "Somebody", enabled));
    }

    @Test
    @DisplayName("a new doctor gets a mail, sets a password by its link, and signs in")
    void invited() {
        String email = UUID.randomUUID() + "@test.example";
        Answer made = create(email, Role.DOCTOR, "Dr Nora Lind");
        assertThat(made.data().path("hasPassword").asBoolean(true)).isFalse();
        UserId id = new UserId(UUID.fromString(made.data().path("id").asString()));
        assertThat(heard.all(AccountInvited.class)).contains(new AccountInvited(id));
        assertThat(signIn(email, "anything at all").code()).isEqualTo("WRONG_CREDENTIALS");
        String token = links.issueForPassword(id, clock.instant().plus(Duration.ofDays(7)))
                .reveal();
        assertThat(set(token, "password123").code()).isEqualTo("PASSWORD_REFUSED");
        assertThat(set(token, "violin harbour teapot").status()).isEqualTo(200);
        assertThat(set(token, "another good password").code()).isEqualTo("LINK_OVER");
        assertThat(signIn(email, "violin harbour teapot").status()).isEqualTo(200);
    }

    private Answer signIn(String email, String password) {
        return send("POST", "/auth/login", null, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private Answer set(String token, String password) {
        return send(
                "POST",
                "/auth/password/set",
                null,
                "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
    }

    @Test
    @DisplayName("one address, one account, in whatever case it is written")
    void oneAddress() {
        String email = "a" + UUID.randomUUID() + "@test.example";
        UUID first = UUID.fromString(
                create(email, Role.PATIENT, "One").data().path("id").asString());
        assertThat(create(email.toUpperCase(Locale.ROOT), Role.PATIENT, "Two").code())
                .isEqualTo("EMAIL_TAKEN");
        Person other = clinic.somebody(Role.PATIENT);
        assertThat(change(other.id().value(), email, Role.PATIENT, true).code()).isEqualTo("EMAIL_TAKEN");
        assertThat(change(first, email, Role.PATIENT, true).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("searched by a part of name or address, by role, in pages; the search knows no wildcards")
    void found() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 27; i++) {
            create("p%d-%s@test.example".formatted(i, mark), i == 0 ? Role.DOCTOR : Role.PATIENT, "Person " + mark);
        }
        assertThat(list("search=" + mark).path("total").asInt()).isEqualTo(27);
        assertThat(list("search=" + mark).path("accounts").size()).isEqualTo(25);
        assertThat(list("search=" + mark + "&page=1").path("accounts").size()).isEqualTo(2);
        assertThat(list("search=" + mark + "&role=DOCTOR").path("total").asInt())
                .isEqualTo(1);
        assertThat(list("search=%25" + mark).path("total").asInt()).isZero();
        assertThat(list("search=____" + mark.substring(4)).path("total").asInt())
                .isZero();
    }

    private tools.jackson.databind.JsonNode list(String query) {
        Answer answer = send("GET", "/admin/users?" + query, admin.token(), null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data();
    }

    @ParameterizedTest
    @CsvSource({"PATIENT, false", "DOCTOR, true"})
    @DisplayName("S3: who is switched off or gets another role is out, and their socket closes at once")
    void outAtOnce(Role role, boolean enabled) {
        Person person = clinic.somebody(Role.PATIENT);
        Socket socket = Socket.greeted(port, clinic.ticket(person, null));
        socket.hears("welcome");
        assertThat(change(person.id().value(), person.email(), role, enabled).status())
                .isEqualTo(200);
        assertThat(socket.closedAtOnce()).isEqualTo(4401);
        assertThat(socket.hears("bye").path("body").path("reason").asString()).isEqualTo("SIGNED_OUT");
        assertThat(send("GET", "/auth/me", person.token(), null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("S3: who is switched off during a call cannot come back into it")
    void outOfTheCall() {
        Clinic.Call call = clinic.call();
        Person patient = call.patient();
        Socket socket = Socket.greeted(port, clinic.ticket(patient, call.id()));
        socket.hears("welcome");
        change(patient.id().value(), patient.email(), Role.PATIENT, false);
        assertThat(socket.closedAtOnce()).isEqualTo(4401);
        assertThat(send("POST", "/consultations/" + call.appointment().id() + "/entry", patient.token(), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("a new phone number signs nobody out")
    void harmlessChanges() {
        Person person = clinic.somebody(Role.PATIENT);
        change(person.id().value(), person.email(), Role.PATIENT, true);
        assertThat(send("GET", "/auth/me", person.token(), null)
                        .data()
                        .path("user")
                        .path("phone")
                        .asString())
                .isEqualTo("+49 30 123456");
    }

    @Test
    @DisplayName("A7: of the last two administrators who remove each other at the same moment one stays")
    void lastAdministrator() throws Exception {
        Person other = clinic.somebody(Role.ADMIN);
        jdbc.sql("update identity_account set enabled = false where role = 'ADMIN' and id not in (?, ?)")
                .params(admin.id().value(), other.id().value())
                .update();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (List<Person> pair : List.of(List.of(admin, other), List.of(other, admin))) {
                answers.add(threads.submit(() -> {
                    start.await();
                    Person victim = pair.get(1);
                    String body = details(victim.email(), Role.DOCTOR, "Former", true);
                    return send(
                            "PUT", "/admin/users/" + victim.id(), pair.get(0).token(), body);
                }));
            }
        }
        int changed = 0;
        for (Future<Answer> answer : answers) {
            changed += answer.get().status() == 200 ? 1 : 0;
        }
        assertThat(changed).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from identity_account where role = 'ADMIN' and enabled")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        UUID last = jdbc.sql("select id from identity_account where role = 'ADMIN' and enabled")
                .query(UUID.class)
                .single();
        Person left = last.equals(admin.id().value()) ? admin : other;
        String off = details(left.email(), Role.ADMIN, "Last", false);
        assertThat(send("PUT", "/admin/users/" + last, left.token(), off).code())
                .isEqualTo("LAST_ADMINISTRATOR");
    }

    @Test
    @DisplayName("changing the password needs the old one, and signs the other browsers out, not this one")
    void changePassword() {
        Person person = clinic.somebody(Role.PATIENT);
        Person elsewhere = clinic.again(person);
        String wrong = "{\"current\":\"not this\",\"password\":\"violin harbour teapot\"}";
        assertThat(send("POST", "/auth/password/change", person.token(), wrong).code())
                .isEqualTo("WRONG_CREDENTIALS");
        String right = "{\"current\":\"%s\",\"password\":\"violin harbour teapot\"}".formatted(Clinic.PASSWORD);
        assertThat(send("POST", "/auth/password/change", person.token(), right).status())
                .isEqualTo(200);
        assertThat(send("GET", "/auth/me", person.token(), null).status()).isEqualTo(200);
        assertThat(send("GET", "/auth/me", elsewhere.token(), null).status()).isEqualTo(401);
        assertThat(signIn(person.email(), Clinic.PASSWORD).code()).isEqualTo("WRONG_CREDENTIALS");
        assertThat(heard.all(PasswordChanged.class)).contains(new PasswordChanged(person.id()));
    }

    @Test
    @DisplayName("S3: a password set by mail signs everybody out who is in with the old one, and closes their sockets")
    void resetEndsSessions() {
        Person person = clinic.somebody(Role.DOCTOR);
        Socket socket = Socket.greeted(port, clinic.ticket(person, null));
        socket.hears("welcome");
        String old = links.issueForPassword(person.id(), clock.instant().plusSeconds(60))
                .reveal();
        String token = links.issueForPassword(person.id(), clock.instant().plusSeconds(60))
                .reveal();
        assertThat(set(old, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
        assertThat(set(token, "violin harbour teapot").status()).isEqualTo(200);
        assertThat(socket.closedAtOnce()).isEqualTo(4401);
        assertThat(send("GET", "/auth/me", person.token(), null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a password link is over after its time, and no link into an appointment sets a password")
    void passwordLinksEnd() {
        Person person = clinic.somebody(Role.PATIENT);
        UUID appointment =
                clinic.now(person, clinic.somebody(Role.DOCTOR), true).id().value();
        String other = links.issue(
                        person.id(), "/call/" + appointment, clock.instant().plusSeconds(60))
                .reveal();
        assertThat(set(other, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
        String token = links.issueForPassword(person.id(), clock.instant().plusSeconds(60))
                .reveal();
        ((MutableClock) clock).advance(Duration.ofSeconds(60));
        assertThat(set(token, "violin harbour teapot").code()).isEqualTo("LINK_OVER");
    }

    @Test
    @DisplayName("the list of one's own sign-ins names the browser; one can be ended, or all")
    void sessions() {
        Person person = clinic.somebody(Role.PATIENT);
        Http http = new Http(port);
        var request = http.request(
                        "POST",
                        "/api/v1/auth/login",
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Clinic.PASSWORD))
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0");
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
        assertThat(http.send(request, null).status()).isEqualTo(200);
        var list = send("GET", "/auth/sessions", person.token(), null).data();
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.path(0).path("browser").asString()).isEqualTo("Firefox, Windows");
        assertThat(list.path(1).path("current").asBoolean()).isTrue();
        String id = list.path(0).path("id").asString();
        String foreign = clinic.somebody(Role.PATIENT).token();
        assertThat(send("DELETE", "/auth/sessions/" + id, foreign, null).code()).isEqualTo("NOT_FOUND");
        assertThat(send("DELETE", "/auth/sessions/" + id, person.token(), null).status())
                .isEqualTo(200);
        assertThat(send("GET", "/auth/sessions", person.token(), null).data().size())
                .isEqualTo(1);
        assertThat(send("DELETE", "/auth/sessions", person.token(), null).status())
                .isEqualTo(200);
        assertThat(send("GET", "/auth/me", person.token(), null).status()).isEqualTo(401);
    }
}
