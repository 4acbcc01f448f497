package health.consilium.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.PageSources;
import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTests {
    @ParameterizedTest
    @CsvSource({
        "production, true, false, true",
        "production, false, true, true",
        "production, false, false, false",
        "demo, true, true, false"
    })
    @DisplayName(
            "SAFETY 2.5: only what was reached over TLS, and is no rehearsal, asks for TLS for a year; reports go the newer way over TLS")
    void strictTransport(String mode, boolean secure, boolean proxy, boolean asked) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(settings(mode), new TlsProperties(null, null, proxy), List.of()).write(request, response);
        assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(asked);
        assertThat(response.containsHeader("Reporting-Endpoints")).isEqualTo(secure);
        assertThat(String.valueOf(response.getHeader("Content-Security-Policy")).contains("report-to csp"))
                .isEqualTo(secure);
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("connect-src 'self' ws" + (secure ? "s" : "") + "://");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=(self),", "microphone=(self),");
    }

    @Test
    @DisplayName("A8: a service that the operator chose is let in with what it needs, and nothing beside it")
    void chosenServices() {
        PageSources framed = new PageSources() {
            @Override
            public List<String> scripts() {
                return List.of("https://meet.clinic.example/external_api.js");
            }

            @Override
            public List<String> frames() {
                return List.of("https://meet.clinic.example/tenant/");
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(settings("production"), new TlsProperties(null, null, false), List.of(framed))
                .write(new MockHttpServletRequest(), response);
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains(
                        "script-src 'self' https://meet.clinic.example/external_api.js;",
                        "frame-src 'self' https://meet.clinic.example/tenant/;")
                .contains("default-src 'none';", "frame-ancestors 'none';");
        assertThat(response.getHeader("Permissions-Policy"))
                .contains("camera=(self \"https://meet.clinic.example\")", "geolocation=()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example; script-src *",
                "https://a.example 'unsafe-inline'",
                "https://a.example/;",
                "https://a.example/a?b",
                "https://a.example/%3b",
                "*",
                "https:",
                "data:"
            })
    @DisplayName("A8: what is no plain origin never reaches the header")
    void noOrigin(String text) {
        PageSources wrong = new PageSources() {
            @Override
            public List<String> scripts() {
                return List.of(text);
            }
        };
        assertThatThrownBy(() ->
                        new SecurityHeaders(settings("demo"), new TlsProperties(null, null, false), List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsiliumProperties settings(String mode) {
        return new Binder(new MapConfigurationPropertySource(Map.of("consilium.mode", mode)))
                .bind("consilium", ConsiliumProperties.class)
                .get();
    }
}
