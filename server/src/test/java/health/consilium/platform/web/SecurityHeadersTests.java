package health.consilium.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        var settings = new MapConfigurationPropertySource(Map.of("consilium.mode", mode));
        ConsiliumProperties properties = new Binder(settings)
                .bind("consilium", ConsiliumProperties.class)
                .get();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(properties, new TlsProperties(null, null, proxy)).write(request, response);
        assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(asked);
        assertThat(response.containsHeader("Reporting-Endpoints")).isEqualTo(secure);
        assertThat(String.valueOf(response.getHeader("Content-Security-Policy")).contains("report-to csp"))
                .isEqualTo(secure);
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("connect-src 'self' ws" + (secure ? "s" : "") + "://");
    }
}
