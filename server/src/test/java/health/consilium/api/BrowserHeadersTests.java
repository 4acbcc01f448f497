package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.RawHttp;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** SAFETY 2.5: every answer, errors included, tells the browser what our pages may do. */
@ServerTest
class BrowserHeadersTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @TestFactory
    @DisplayName(
            "every route of the OpenAPI document: to strangers, to somebody, with a body of no kind, by a wrong method")
    List<DynamicTest> everyRoute() {
        Http http = new Http(port);
        Person person = clinic.somebody(Role.ADMIN);
        List<DynamicTest> tests = new ArrayList<>();
        var paths = http.send("GET", "/v3/api-docs", null, null).body().path("paths");
        for (String documented : paths.propertyNames()) {
            String path = documented.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            for (String method : paths.path(documented).propertyNames()) {
                tests.add(DynamicTest.dynamicTest(method + " " + documented, () -> {
                    String verb = method.toUpperCase(Locale.ROOT);
                    told(http.send(verb, path, null, null));
                    Answer refused = ofNoKind(http, verb, path);
                    told(refused);
                    assertThat(refused.status()).isBetween(400, 499);
                    assertThat(refused.body().path("success").asBoolean(true)).isFalse();
                    if (!path.endsWith("/logout")) {
                        told(http.send(verb, path, person.token(), null));
                    }
                    told(http.send("PURGE", path, person.token(), null));
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests;
    }

    private static Answer ofNoKind(Http http, String method, String path) {
        return http.send(http.request(method, path, "<x/>")
                .setHeader("Content-Type", "application/x-nothing")
                .setHeader("Accept", "application/x-nothing")
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/api/v1/none",
                "/api/v2/none",
                "/assets/none.js",
                "/none.txt",
                "/error",
                "/ws/none",
                "/v3/api-docs",
                "/actuator",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    @DisplayName("files, pages, probes and what is none of them")
    void files(String path) {
        told(new Http(port).send("GET", path, null, null));
        told(new Http(port).send("HEAD", path, null, null));
        told(new Http(port).send("POST", path, null, "{}"));
    }

    @Test
    @DisplayName("413 and 429")
    void tooMuch() {
        Http http = new Http(port);
        told(reported(http, " ".repeat(16 * 1024 + 1)), 413);
        Answer answer = reported(http, "{}");
        for (int i = 0; i < 100 && answer.status() != 429; i++) {
            answer = reported(http, "{}");
        }
        told(answer, 429);
    }

    private static Answer reported(Http http, String body) {
        return http.send(http.request("POST", "/api/v1/browser-reports", body)
                .setHeader("Content-Type", "application/csp-report")
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "400# GET /a|b[ HTTP/1.1",
                "400# GET /%2f..%2f HTTP/1.1",
                "400# GET /%00 HTTP/1.1",
                "400# GET /a;b HTTP/1.1",
                "400# GET / HTTP/1.1~Host: a b",
                "400# GET / HTTP/1.1~Content-Length: none",
                "400# GET / HTTP/1.1~Content-Length: 1~Content-Length: 2",
                "400# GET / HTTP/1.1~x y: z",
                "400# GET / HTTP/1.1~X: LONG",
                "400# nonsense",
                "405# TRACE / HTTP/1.1",
                "501# POST / HTTP/1.1~Transfer-Encoding: nothing",
                "505# GET / HTTP/9.9",
                "426# GET /ws/v1 HTTP/1.1",
                "426# POST /ws/v1 HTTP/1.1",
                "403# GET /ws/v1 HTTP/1.1~Upgrade: websocket~Connection: Upgrade",
                "403# GET /ws/v1 HTTP/1.1~Upgrade: websocket~Connection: Upgrade~Origin: https://evil.example"
            })
    @DisplayName("what is refused before it comes as far as us")
    void beforeUs(int status, String request) throws IOException {
        String head = request.replace("LONG", "x".repeat(20_000)).replace("~", "\r\n");
        RawHttp.Answer answer = RawHttp.send(port, head);
        assertThat(answer.status()).isEqualTo(status);
        told(answer.header("Content-Security-Policy"), answer.header("Permissions-Policy"));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.body()).doesNotContainIgnoringCase("<html").doesNotContain("Tomcat");
        if (!request.contains("/ws/v1")) {
            assertThat(answer.body()).contains("\"success\":false", "\"code\":\"");
        }
    }

    private static void told(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        told(answer);
    }

    private static void told(Answer answer) {
        var headers = answer.raw().headers();
        told(
                headers.firstValue("Content-Security-Policy").orElse(null),
                headers.firstValue("Permissions-Policy").orElse(null));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.raw().body()).doesNotContainIgnoringCase("<!doctype html><html");
    }

    private static void told(@Nullable String policy, @Nullable String permissions) {
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "report-uri /api/v1/browser-reports")
                .doesNotContain("unsafe");
        assertThat(permissions)
                .contains("camera=(self \"https://8x8.vc\" \"https://meet.clinic.example\")", "geolocation=()");
    }
}
