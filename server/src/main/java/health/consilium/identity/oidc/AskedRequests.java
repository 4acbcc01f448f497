package health.consilium.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What was asked of the provider, kept for ten minutes and bound to the browser that asks. Its cookie is SameSite=Lax: it has
 * to come along when the provider sends the browser back. It opens nothing.
 */
final class AskedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "CONSILIUM_OIDC";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<String, OAuth2AuthorizationRequest> asked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String browser = browser(request);
        OAuth2AuthorizationRequest kept = browser == null ? null : asked.getIfPresent(browser);
        return kept != null && kept.getState() != null && kept.getState().equals(request.getParameter("state"))
                ? kept
                : null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted != null) {
            byte[] bits = new byte[32];
            RANDOM.nextBytes(bits);
            String browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            asked.put(browser, wanted);
            cookie(request, response, browser, KEPT);
        }
    }

    /** Once. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest kept = loadAuthorizationRequest(request);
        String browser = browser(request);
        if (browser != null) {
            asked.invalidate(browser);
        }
        cookie(request, response, "", Duration.ZERO);
        return kept;
    }

    private static @Nullable String browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/oidc")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
