package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.signin.SignInService;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** S2, S3, S4: how long a sign-in and its tickets are good. */
@ServerTest
@RecordApplicationEvents
class SignInLifeTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private SignInService signIns;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    private Person person;

    @BeforeEach
    void somebody() {
        person = clinic.somebody(Role.PATIENT);
    }

    @Test
    @DisplayName("S4: a session ends after twelve hours, however busy it is")
    void absoluteEnd() {
        for (int minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
            advance(Duration.ofMinutes(10));
            assertThat(me(person.token())).isEqualTo(200);
        }
        advance(Duration.ofMinutes(10));
        assertThat(me(person.token())).isEqualTo(401);
    }

    @Test
    @DisplayName("S4: a call that goes on keeps the session; without it fifteen idle minutes end it")
    void callsCountAsActivity() {
        advance(Duration.ofMinutes(14));
        signIns.touch(person.user().login());
        advance(Duration.ofMinutes(14));
        assertThat(signIns.recognise(person.token(), false)).isPresent();
        advance(Duration.ofMinutes(1));
        assertThat(signIns.recognise(person.token(), false)).isEmpty();
    }

    @Test
    @DisplayName("S4: a page that refreshes itself in front of an empty chair does not keep the session")
    void unattendedPages() {
        Http http = new Http(port);
        for (int minute = 1; minute < 15; minute++) {
            advance(Duration.ofMinutes(1));
            assertThat(http.send(unattended(http)).status()).isEqualTo(200);
        }
        advance(Duration.ofMinutes(1));
        assertThat(http.send(unattended(http)).status()).isEqualTo(401);
    }

    private HttpRequest unattended(Http http) {
        return http.request("GET", "/api/v1/auth/me", null)
                .header("Cookie", "CONSILIUM_SESSION=" + person.token())
                .header("X-Unattended", "true")
                .build();
    }

    @Test
    @DisplayName("S3: a disabled account is out at once, and its open pages are told")
    void disabledAccounts() {
        jdbc.sql("update identity_account set enabled = false where id = ?")
                .param(person.id().value())
                .update();
        assertThat(me(person.token())).isEqualTo(401);
        signedOut();
    }

    @Test
    @DisplayName("S3: signing out ends this session at once, and no other")
    void signingOut() {
        var other = signIns.startSession(person.id());
        new Http(port).send("POST", "/api/v1/auth/logout", person.token(), null);
        assertThat(me(person.token())).isEqualTo(401);
        assertThat(me(other.token().reveal())).isEqualTo(200);
        signIns.signOut(other.login(), person.id());
        assertThat(events.stream(SignedOut.class))
                .containsExactly(new SignedOut(person.id(), other.login(), SignedOut.Why.ASKED));
    }

    @Test
    @DisplayName("S6: whoever signs in again leaves the old session of this browser behind, signed out")
    void signingInAgain() {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Clinic.PASSWORD);
        assertThat(new Http(port)
                        .send("POST", "/api/v1/auth/login", person.token(), body)
                        .status())
                .isEqualTo(200);
        assertThat(me(person.token())).isEqualTo(401);
    }

    @Test
    @DisplayName("S2: a ticket is good once, for thirty seconds")
    void ticketsAreUsedOnce() {
        UUID call = UUID.randomUUID();
        String ticket = tickets.issue(person.user(), call).ticket().reveal();
        assertThat(tickets.redeem(ticket)).hasValueSatisfying(holder -> {
            assertThat(holder.user().id()).isEqualTo(person.id());
            assertThat(holder.consultation()).isEqualTo(call);
        });
        assertThat(tickets.redeem(ticket)).isEmpty();
        String late = tickets.issue(person.user(), call).ticket().reveal();
        advance(Duration.ofSeconds(30));
        assertThat(tickets.redeem(late)).isEmpty();
        assertThat(tickets.redeem("made up")).isEmpty();
    }

    @Test
    @DisplayName("S2: a ticket of somebody who has signed out since is worth nothing")
    void ticketsEndWithTheSignIn() {
        String ticket = tickets.issue(person.user(), null).ticket().reveal();
        signIns.signOut(person.user().login(), person.id());
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    @DisplayName("the server keeps hashes, not the secrets themselves")
    void secretsAreNotStored() {
        Integer found = jdbc.sql("select count(*) from identity_login where encode(token_hash, 'escape') = ?")
                .param(person.token())
                .query(Integer.class)
                .single();
        assertThat(found).isZero();
        assertThat(jdbc.sql("select password_hash from identity_account where id = ?")
                        .param(person.id().value())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    private void signedOut() {
        Awaitility.await().untilAsserted(() -> assertThat(signInCount()).isZero());
    }

    private int signInCount() {
        return jdbc.sql("select count(*) from identity_login where account = ?")
                .param(person.id().value())
                .query(Integer.class)
                .single();
    }

    private int me(String token) {
        return new Http(port).send("GET", "/api/v1/auth/me", token, null).status();
    }

    private void advance(Duration by) {
        ((MutableClock) clock).advance(by);
    }
}
