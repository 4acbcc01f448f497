package health.consilium.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A6: signing in with an account elsewhere, over HTTP from end to end. */
@ServerTest
class OidcTests {
    private static final ProviderStandIn PROVIDER = new ProviderStandIn();
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("consilium.oidc.issuer", PROVIDER::issuer);
        settings.add("consilium.oidc.client-id", () -> ProviderStandIn.CLIENT);
        settings.add("consilium.oidc.client-secret", () -> ProviderStandIn.SECRET);
        settings.add("consilium.oidc.role-claim", () -> "realm_access.roles");
        settings.add("consilium.oidc.doctor-roles", () -> "physician");
        settings.add("consilium.oidc.admin-roles", () -> "it");
        settings.add("consilium.oidc.patient-roles", () -> "patient");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private HttpResponse<String> get(String address, String cookies) {
        try {
            return BROWSER.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Cookie", cookies)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Asked(Map<String, String> query, String cookie) {}

    private Asked start() {
        HttpResponse<String> away = get("http://127.0.0.1:" + port + "/oidc/start/clinic", "a=b");
        String to = away.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith(PROVIDER.issuer() + "/authorize?");
        return new Asked(ProviderStandIn.form(to.substring(to.indexOf('?') + 1)), cookie(away, "CONSILIUM_OIDC"));
    }

    private static @Nullable String find(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "=") && !cookie.startsWith(name + "=;"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse(null);
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        String found = find(answer, name);
        assertThat(found).as(answer.headers().map().toString()).isNotNull();
        return String.valueOf(found);
    }

    private HttpResponse<String> back(Asked asked, String state) {
        String code = PROVIDER.code(asked.query());
        return get("http://127.0.0.1:" + port + "/oidc/back/clinic?code=" + code + "&state=" + state, asked.cookie());
    }

    private HttpResponse<String> signIn() {
        Asked asked = start();
        return back(
                asked,
                java.net.URLEncoder.encode(asked.query().get("state") + "", java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(find(answer, "CONSILIUM_SESSION")).isNull();
        String to = answer.headers().firstValue("Location").orElse("");
        return to.substring(to.indexOf('=') + 1);
    }

    private UserId me(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/");
        String session = cookie(answer, "CONSILIUM_SESSION").substring("CONSILIUM_SESSION=".length());
        var user = new Http(port)
                .send("GET", "/api/v1/auth/me", session, null)
                .data()
                .path("user");
        return new UserId(UUID.fromString(user.path("id").asString()));
    }

    private static Map<String, Object> claims(String subject, String email, boolean verified, String... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", subject);
        claims.put("email", email);
        claims.put("email_verified", verified);
        claims.put("name", "Dr Nora Lind");
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("the first time an account is made with the role that the provider names, and found again later")
    void newcomer() {
        String subject = fresh();
        PROVIDER.signsIn(claims(subject, subject + "@hospital.example", true, "offline", "physician"));
        UserId first = me(signIn());
        assertThat(users.find(first).orElseThrow().role()).isEqualTo(Role.DOCTOR);
        PROVIDER.signsIn(claims(subject, "married-" + subject + "@hospital.example", false, "physician"));
        assertThat(me(signIn())).isEqualTo(first);
    }

    @Test
    @DisplayName("an account that is there is found by the verified address, once")
    void linked() {
        Person there = clinic.somebody(Role.DOCTOR);
        String subject = fresh();
        PROVIDER.signsIn(claims(subject, there.email(), false, "physician"));
        assertThat(refusal(signIn())).isEqualTo("OIDC_MAIL_NOT_VERIFIED");
        PROVIDER.signsIn(claims(subject, there.email(), true, "physician"));
        assertThat(me(signIn())).isEqualTo(there.id());
    }

    @Test
    @DisplayName("a role that nobody mapped lets nobody in")
    void unknownRole() {
        PROVIDER.signsIn(claims(fresh(), fresh() + "@hospital.example", true, "gardener"));
        assertThat(refusal(signIn())).isEqualTo("OIDC_NO_ROLE");
        PROVIDER.signsIn(claims(fresh(), fresh() + "@hospital.example", true));
        assertThat(refusal(signIn())).isEqualTo("OIDC_NO_ROLE");
    }

    @Test
    @DisplayName("an account that is switched off here stays out")
    void disabled() {
        String subject = fresh();
        PROVIDER.signsIn(claims(subject, subject + "@hospital.example", true, "patient"));
        UserId id = me(signIn());
        jdbc.sql("update identity_account set enabled = false where id = ?")
                .param(id.value())
                .update();
        assertThat(refusal(signIn())).isEqualTo("OIDC_DISABLED");
    }

    @Test
    @DisplayName("another role at the provider counts from the next sign-in on, and ends what the old one opened")
    void roleChange() {
        String subject = fresh();
        PROVIDER.signsIn(claims(subject, subject + "@hospital.example", true, "physician"));
        HttpResponse<String> before = signIn();
        UserId id = me(before);
        PROVIDER.signsIn(claims(subject, subject + "@hospital.example", true, "patient"));
        assertThat(me(signIn())).isEqualTo(id);
        assertThat(users.find(id).orElseThrow().role()).isEqualTo(Role.PATIENT);
        String old = cookie(before, "CONSILIUM_SESSION").substring("CONSILIUM_SESSION=".length());
        assertThat(new Http(port).send("GET", "/api/v1/auth/me", old, null).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "aud", "iss", "exp"})
    @DisplayName("S5: a token with a wrong nonce, audience, issuer or end is refused")
    void spoiled(String claim) {
        PROVIDER.signsIn(claims(fresh(), fresh() + "@hospital.example", true, "physician"));
        PROVIDER.spoils(claims -> {
            claims.put(claim, claim.equals("exp") ? new java.util.Date(1_000_000) : "https://evil.example");
            return claims;
        });
        assertThat(refusal(signIn())).isEqualTo("OIDC_FAILED");
    }

    @Test
    @DisplayName("S5: a token that somebody else signed is refused")
    void foreignKey() throws Exception {
        PROVIDER.signsIn(claims(fresh(), fresh() + "@hospital.example", true, "physician"));
        PROVIDER.signsWithAForeignKey();
        assertThat(refusal(signIn())).isEqualTo("OIDC_FAILED");
    }

    @Test
    @DisplayName("a wrong state, no cookie, another browser, a second time: refused")
    void state() {
        PROVIDER.signsIn(claims(fresh(), fresh() + "@hospital.example", true, "physician"));
        Asked asked = start();
        assertThat(refusal(back(asked, "guessed"))).isEqualTo("OIDC_FAILED");
        String state =
                java.net.URLEncoder.encode(start().query().get("state") + "", java.nio.charset.StandardCharsets.UTF_8);
        assertThat(refusal(back(new Asked(asked.query(), "a=b"), state))).isEqualTo("OIDC_FAILED");
        assertThat(refusal(back(new Asked(asked.query(), start().cookie()), state)))
                .isEqualTo("OIDC_FAILED");
        Asked once = start();
        String good =
                java.net.URLEncoder.encode(once.query().get("state") + "", java.nio.charset.StandardCharsets.UTF_8);
        me(back(once, good));
        assertThat(refusal(back(once, good))).isEqualTo("OIDC_FAILED");
    }

    @Test
    @DisplayName("the page before the sign-in knows that there is such a way")
    void offered() {
        assertThat(new Http(port)
                        .send("GET", "/api/v1/app", null, null)
                        .data()
                        .path("oidc")
                        .asString())
                .isEqualTo("OpenID");
    }
}
