package health.consilium.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A6: signing in with an account elsewhere, against a provider that others wrote: discovery, code with PKCE, nonce, keys and roles, as a
 * browser goes through it. What a provider may do wrong is in {@link OidcTests}.
 */
@ServerTest
class SpringProviderTests {
    private static final SpringProvider PROVIDER = new SpringProvider(Map.of(
            "lind", List.of("offline", "physician"),
            "berg", List.of("physician"),
            "holm", List.of("physician"),
            "desk", List.of("it", "physician"),
            "ivy", List.of("gardener")));
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("consilium.oidc.issuer", PROVIDER::issuer);
        settings.add("consilium.oidc.client-id", () -> SpringProvider.CLIENT);
        settings.add("consilium.oidc.client-secret", () -> SpringProvider.SECRET);
        settings.add("consilium.oidc.role-claim", () -> "realm_access.roles");
        settings.add("consilium.oidc.doctor-roles", () -> "physician");
        settings.add("consilium.oidc.admin-roles", () -> "it");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    /** Goes where it is sent, and keeps what it is told to keep. */
    private final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        URI at = here("/");
        String page = "";

        void opens(URI address) {
            follow(HttpRequest.newBuilder(address).build(), address, any -> false);
        }

        /** Stops before the first address that is meant, and is at it. */
        void opensUpTo(URI address, Predicate<URI> meant) {
            follow(HttpRequest.newBuilder(address).build(), address, meant);
        }

        /** On the provider's page. */
        void signsInAs(String name, String password, Predicate<URI> upTo) {
            Matcher token = CSRF.matcher(page);
            assertThat(token.find()).as(at + page).isTrue();
            String form = "username=%s&password=%s&_csrf=%s"
                    .formatted(
                            name,
                            URLEncoder.encode(password, StandardCharsets.UTF_8),
                            URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
            URI login = at.resolve("/login");
            follow(
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    login,
                    upTo);
        }

        private void follow(HttpRequest first, URI address, Predicate<URI> upTo) {
            try {
                HttpResponse<String> answer = http.send(first, BodyHandlers.ofString());
                at = address;
                for (int steps = 0; answer.statusCode() / 100 == 3 && steps < 10; steps++) {
                    at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
                    if (upTo.test(at) || (at.getPort() == port && at.getPath().equals("/"))) {
                        page = "";
                        return;
                    }
                    answer = http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
                }
                page = answer.body();
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        Optional<String> session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("CONSILIUM_SESSION"))
                    .map(HttpCookie::getValue)
                    .findFirst();
        }

        JsonNode me() {
            return new Http(port)
                    .send("GET", "/api/v1/auth/me", session().orElseThrow(), null)
                    .data()
                    .path("user");
        }
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static boolean back(URI address) {
        return address.getPath().equals("/oidc/back/clinic");
    }

    private Browser in(String name) {
        Browser browser = new Browser();
        browser.opens(here("/oidc/start/clinic"));
        browser.signsInAs(name, SpringProvider.PASSWORD, any -> false);
        return browser;
    }

    @ParameterizedTest
    @CsvSource({"lind,DOCTOR", "desk,ADMIN"})
    @DisplayName("the role is what the claim says, of several the one with most rights")
    void roles(String name, Role role) {
        Browser browser = in(name);
        assertThat(browser.at).isEqualTo(here("/"));
        JsonNode me = browser.me();
        assertThat(me.path("role").asString()).isEqualTo(role.name());
        assertThat(me.path("email").asString()).isEqualTo(name + "@hospital.example");
        assertThat(me.path("name").asString()).isEqualTo("Dr " + name);
    }

    @Test
    @DisplayName("a role that nobody mapped lets nobody in, and neither does a wrong password there")
    void refused() {
        Browser gardener = in("ivy");
        assertThat(gardener.at).isEqualTo(here("/?refused=OIDC_NO_ROLE"));
        assertThat(gardener.session()).isEmpty();
        Browser stranger = new Browser();
        stranger.opens(here("/oidc/start/clinic"));
        stranger.signsInAs("lind", "guessed", any -> false);
        assertThat(stranger.at.getPort()).isNotEqualTo(port);
        assertThat(stranger.session()).isEmpty();
    }

    @Test
    @DisplayName("what is asked: code, PKCE with S256, state and nonce, and the scopes that are set")
    void asked() {
        Browser browser = new Browser();
        browser.opensUpTo(here("/oidc/start/clinic"), address -> address.getPort() != port);
        assertThat(browser.at.getPath()).isEqualTo("/oauth2/authorize");
        Map<String, String> query = ProviderStandIn.form(browser.at.getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile email")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    @DisplayName(
            "S5: a state that is not the one asked with, or another browser's, is refused; the code is worth nothing after that")
    void state() {
        Browser browser = new Browser();
        browser.opens(here("/oidc/start/clinic"));
        browser.signsInAs("berg", SpringProvider.PASSWORD, SpringProviderTests::back);
        URI good = browser.at;
        Browser other = new Browser();
        other.opens(good);
        assertThat(other.at).isEqualTo(here("/?refused=OIDC_FAILED"));
        browser.opens(URI.create(good.toString().replaceFirst("state=[^&]+", "state=guessed")));
        assertThat(browser.at).isEqualTo(here("/?refused=OIDC_FAILED"));
        browser.opens(good);
        assertThat(browser.at).isEqualTo(here("/?refused=OIDC_FAILED"));
        assertThat(browser.session()).isEmpty();
    }

    @Test
    @DisplayName(
            "signing out ends the session here; the provider still knows its browser, and new keys of its are fetched")
    void signingOut() {
        Browser browser = in("holm");
        String first = browser.session().orElseThrow();
        String who = browser.me().path("id").asString();
        assertThat(new Http(port)
                        .send("POST", "/api/v1/auth/logout", first, null)
                        .status())
                .isEqualTo(200);
        assertThat(new Http(port).send("GET", "/api/v1/auth/me", first, null).status())
                .isEqualTo(401);
        PROVIDER.changesItsKeys();
        browser.opens(here("/oidc/start/clinic"));
        assertThat(browser.at).isEqualTo(here("/"));
        assertThat(browser.session().orElseThrow()).isNotEqualTo(first);
        assertThat(browser.me().path("id").asString()).isEqualTo(who);
    }
}
