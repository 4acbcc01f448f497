package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Another website cannot act with our cookie: each route of the OpenAPI document that changes something is tried. */
@ServerTest
class ForgeryTests {
    private static final String CSRF = "1c0e2c53-3e0f-4e8b-9c39-6f5d0a3f0b77";
    /** Set and read no cookie: what they do is done in nobody's name. */
    private static final Set<String> NAMELESS = Set.of(
            "POST /api/v1/auth/token",
            "POST /api/v1/browser-reports",
            "POST /api/v1/conferencing/daily/webhook",
            "POST /api/v1/payment/stripe/webhook",
            "POST /api/v1/conferencing/jaas/webhook",
            "POST /api/v1/conferencing/jitsi/conference",
            "DELETE /api/v1/conferencing/jitsi/conference/{conferenceId}",
            "POST /api/v1/conferencing/jitsi/events/room/created",
            "POST /api/v1/conferencing/jitsi/events/room/destroyed",
            "POST /api/v1/conferencing/jitsi/events/occupant/joined",
            "POST /api/v1/conferencing/jitsi/events/occupant/left",
            "POST /api/v1/payment/hook");

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @TestFactory
    @DisplayName("with the cookie and without the page's own token, nothing is changed")
    List<DynamicTest> withoutToken() {
        return changing()
                .map(route -> DynamicTest.dynamicTest(
                        route,
                        () -> assertThat(send(route, "Cookie", "CONSILIUM_SESSION=" + admin())
                                        .code())
                                .isEqualTo("CSRF_REFUSED")))
                .toList();
    }

    @TestFactory
    @DisplayName("from a foreign page nothing is changed, not even with cookie and token")
    List<DynamicTest> foreignOrigin() {
        return changing()
                .map(route -> DynamicTest.dynamicTest(
                        route,
                        () -> assertThat(send(
                                                route,
                                                "Cookie",
                                                "XSRF-TOKEN=" + CSRF + "; CONSILIUM_SESSION=" + admin(),
                                                "X-XSRF-TOKEN",
                                                CSRF,
                                                "Origin",
                                                "https://evil.example")
                                        .code())
                                .isEqualTo("ORIGIN_REFUSED")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "http://127.0.0.1", "http://127.0.0.1.evil.example:PORT", "http://127.0.0.1:1", "::"})
    @DisplayName("an origin that only looks like ours is foreign")
    void lookAlikes(String origin) {
        assertThat(ticket(origin.replace("PORT", String.valueOf(port))).code()).isEqualTo("ORIGIN_REFUSED");
    }

    @Test
    @DisplayName("our own page may")
    void ownOrigin() {
        assertThat(ticket("http://127.0.0.1:" + port).status()).isEqualTo(200);
    }

    private Http.Answer ticket(String origin) {
        return send(
                "POST /api/v1/signalling/tickets",
                "Cookie",
                "XSRF-TOKEN=" + CSRF + "; CONSILIUM_SESSION=" + admin(),
                "X-XSRF-TOKEN",
                CSRF,
                "Origin",
                origin);
    }

    private Stream<String> changing() {
        var paths =
                new Http(port).send("GET", "/v3/api-docs", null, null).body().path("paths");
        List<String> routes = new ArrayList<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                String route = method.toUpperCase(Locale.ROOT) + " " + path;
                if (!method.equals("get") && !NAMELESS.contains(route)) {
                    routes.add(route);
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(10);
        return routes.stream();
    }

    private Http.Answer send(String route, String... headers) {
        String[] parts = route.split(" ");
        String path = parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        Http http = new Http(port);
        return http.send(http.request(parts[0], path, "{}").headers(headers).build());
    }

    private String admin() {
        Person desk = clinic.somebody(Role.ADMIN);
        return desk.token();
    }
}
