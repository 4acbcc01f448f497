package health.consilium.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** SAFETY 2.5: browsers tell us what they refused to a page, and anybody may pretend to be one. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class BrowserReportsTests {
    private static final String OLD = "application/csp-report";
    private static final String NEW = "application/reports+json";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private Clock clock;

    @BeforeEach
    void anotherMinute() {
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "img-src # https://evil.example/x?patient=Rossi # elsewhere",
                "script-src-elem # inline # inline",
                "connect-src # OWN/api/v1/appointments?name=Rossi # /api/v1/appointments",
                "connect-src # OWN/a%20b # own",
                "img-src # data # data",
                "made-up Rossi # Rossi: a b # unreadable"
            })
    @DisplayName("both forms are taken from anybody, counted by rule, and logged without anything that a person wrote")
    void bothForms(String directive, String blocked, String logged, CapturedOutput output) {
        String address = blocked.replace("OWN", "http://127.0.0.1:" + port);
        String rule = directive.contains(" ") ? "other" : directive;
        double before = counted(rule);
        String page = "http://127.0.0.1:" + port + "/appointments?name=Rossi";
        assertThat(send(
                                OLD,
                                "{\"csp-report\":{\"document-uri\":\"%s\",\"effective-directive\":\"%s\",\"blocked-uri\":\"%s\"}}"
                                        .formatted(page, directive, address))
                        .status())
                .isEqualTo(200);
        assertThat(send(
                                NEW,
                                "[{\"type\":\"csp-violation\",\"url\":\"%s\",\"body\":{\"effectiveDirective\":\"%s\",\"blockedURL\":\"%s\"}},{\"type\":\"deprecation\",\"body\":{}}]"
                                        .formatted(page, directive, address))
                        .status())
                .isEqualTo(200);
        assertThat(counted(rule) - before).isEqualTo(2);
        assertThat(output.getAll()).contains("policy forbids: " + rule + " " + logged);
        assertThat(output.getAll()).doesNotContain("Rossi").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\u0000", "[[[["})
    @DisplayName("what is no report is said to be none")
    void unreadable(String body) {
        assertThat(send(NEW, body).code()).isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "[null]",
                "{\"csp-report\":{\"blocked-uri\":{}}}",
                "{\"csp-report\":[]}"
            })
    @DisplayName("a report that says nothing does no harm")
    void empty(String body) {
        assertThat(send(OLD, body).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("up to 16 KiB, sixty a minute")
    void limits() {
        assertThat(send(OLD, "{}" + " ".repeat(16 * 1024 - 2)).status()).isEqualTo(200);
        assertThat(send(OLD, "{}" + " ".repeat(16 * 1024 - 1)).code()).isEqualTo("PAYLOAD_TOO_LARGE");
        for (int i = 2; i < 60; i++) {
            assertThat(send(OLD, "{}").status()).isEqualTo(200);
        }
        Answer refused = send(OLD, "{}");
        assertThat(refused.code()).isEqualTo("TOO_FAST");
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        ((MutableClock) clock).advance(Duration.ofMinutes(1));
        assertThat(send(OLD, "{}").status()).isEqualTo(200);
    }

    private double counted(String directive) {
        return metrics.counter("consilium.csp.violations", "directive", directive)
                .count();
    }

    private Answer send(String kind, String body) {
        Http http = new Http(port);
        return http.send(http.request("POST", "/api/v1/browser-reports", body)
                .setHeader("Content-Type", kind)
                .build());
    }
}
