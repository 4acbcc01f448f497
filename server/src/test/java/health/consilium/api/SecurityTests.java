package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in, what protects it, and what the browser is told. */
@ServerTest
class SecurityTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("S6: signing in sets a cookie that scripts cannot read and other sites cannot use, new each time")
    void theSessionCookie() {
        Person person = clinic.somebody(Role.PATIENT);
        String one = cookie(signIn(person.email(), Clinic.PASSWORD));
        String two = cookie(signIn(person.email(), Clinic.PASSWORD));
        assertThat(one).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(one.split(";")[0]).isNotEqualTo(two.split(";")[0]);
    }

    @Test
    @DisplayName("a wrong password and an unknown account are answered alike")
    void unknownLooksLikeWrong() {
        Http.Answer wrong = signIn(clinic.somebody(Role.PATIENT).email(), "not this");
        Http.Answer unknown = signIn("nobody@test.example", "not this");
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.code()).isEqualTo("WRONG_CREDENTIALS");
    }

    @Test
    @DisplayName("after ten wrong passwords in a minute one has to wait, and is told how long")
    void guessingIsSlowedDown() {
        Person person = clinic.somebody(Role.PATIENT);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(person.email(), "guess " + i).status()).isEqualTo(401);
        }
        Http.Answer refused = signIn(person.email(), Clinic.PASSWORD);
        assertThat(refused.code()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        assertThat(signIn(person.email(), Clinic.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a request that changes something and carries the cookie needs the page's own token")
    void csrf() {
        Person person = clinic.somebody(Role.PATIENT);
        Http http = new Http(port);
        var forged = http.request("POST", "/api/v1/signalling/tickets", null)
                .header("Cookie", "CONSILIUM_SESSION=" + person.token())
                .build();
        assertThat(http.send(forged).code()).isEqualTo("CSRF_REFUSED");
    }

    @Test
    @DisplayName("a page's own token stays good while the page asks several things at once")
    void theTokenStaysGood() {
        Person person = clinic.somebody(Role.PATIENT);
        Http.Answer answer = new Http(port).send("GET", "/api/v1/auth/me", person.token(), null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("XSRF-TOKEN"));
    }

    @Test
    @DisplayName("a bearer token opens the API without a cookie; the cookie's secret does not work as one")
    void bearerTokens() {
        Person person = clinic.somebody(Role.PATIENT);
        Http http = new Http(port);
        String token = http.send(
                        "POST",
                        "/api/v1/auth/token",
                        null,
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Clinic.PASSWORD))
                .data()
                .path("accessToken")
                .asString();
        assertThat(http.send(http.request("GET", "/api/v1/auth/me", null)
                                .header("Authorization", "Bearer " + token)
                                .build())
                        .status())
                .isEqualTo(200);
        assertThat(http.send(http.request("GET", "/api/v1/auth/me", null)
                                .header("Authorization", "Bearer " + person.token())
                                .build())
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("S4: a session ends after fifteen idle minutes, and after twelve hours in any case")
    void sessionsEnd() {
        Http http = new Http(port);
        Person idle = clinic.somebody(Role.PATIENT);
        ((MutableClock) clock).advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(http.send("GET", "/api/v1/auth/me", idle.token(), null).status())
                .isEqualTo(200);
        ((MutableClock) clock).advance(Duration.ofMinutes(15));
        assertThat(http.send("GET", "/api/v1/auth/me", idle.token(), null).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "{\"email\":1}",
                "{\"email\":\"\",\"password\":\"\"}",
                "{\"email\":{\"a\":1},\"password\":[]}"
            })
    @DisplayName("bad input gets a clear answer in the envelope")
    void badInput(String body) {
        Http.Answer answer = new Http(port).send("POST", "/api/v1/auth/login", null, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        for (String member : Map.of("success", 1, "type", 1, "title", 1, "status", 1, "detail", 1)
                .keySet()) {
            assertThat(answer.body().has(member)).as(member).isTrue();
        }
    }

    private Http.Answer signIn(String email, String password) {
        return new Http(port)
                .send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static String cookie(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("CONSILIUM_SESSION="))
                .findFirst()
                .orElseThrow();
    }
}
