package health.consilium.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Binds the question that a passkey answers to the browser that asked, while nobody is signed in. It opens nothing. */
final class PasskeyCookie {
    private static final String NAME = "CONSILIUM_PASSKEY";
    private static final String PATH = "/api/v1/auth/passkeys/sign-in";
    private static final Duration GOOD = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasskeyCookie() {}

    /** Empty when there is none. */
    static String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    static String fresh(HttpServletRequest request, HttpServletResponse response) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, browser)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path(PATH)
                        .maxAge(GOOD)
                        .build()
                        .toString());
        return browser;
    }
}
