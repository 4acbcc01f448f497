package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.web.SessionCookie;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTests {
    @Test
    @DisplayName("S6: over TLS the cookie is Secure and bound to this host alone; one that came without is not read")
    void overTls() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        SessionCookie.write(request, response, "secret", Duration.ofHours(12));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-CONSILIUM_SESSION=secret;")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
        request.setCookies(new Cookie("CONSILIUM_SESSION", "planted by a neighbour"));
        assertThat(SessionCookie.read(request)).isEmpty();
        request.setCookies(new Cookie("__Host-CONSILIUM_SESSION", "secret"));
        assertThat(SessionCookie.read(request)).contains("secret");
    }
}
