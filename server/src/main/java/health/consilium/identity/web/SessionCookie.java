package health.consilium.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The session cookie: HttpOnly, SameSite=Strict; over TLS with the __Host- prefix, which binds it to this host alone. */
public final class SessionCookie {
    private static final String PLAIN = "CONSILIUM_SESSION";
    private static final String SECURE = "__Host-" + PLAIN;

    private SessionCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        String name = request.isSecure() ? SECURE : PLAIN;
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst());
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(request.isSecure() ? SECURE : PLAIN, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }
}
