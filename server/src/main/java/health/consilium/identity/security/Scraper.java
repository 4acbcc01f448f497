package health.consilium.identity.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may read the metrics: administrators, and Prometheus with its own token, because a program that asks every few
 * seconds, for years, cannot sign in like a person.
 */
final class Scraper implements AuthorizationManager<RequestAuthorizationContext> {
    private final byte @Nullable [] token;

    Scraper(@Nullable String token) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(hasTheToken(context) || isAdministrator(who.get()));
    }

    private boolean hasTheToken(RequestAuthorizationContext context) {
        return token != null
                && LoginFilter.bearer(context.getRequest())
                        .map(given -> MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8)))
                        .orElse(false);
    }

    private static boolean isAdministrator(@Nullable Authentication who) {
        return who != null
                && who.isAuthenticated()
                && who.getAuthorities().stream().anyMatch(right -> "ROLE_ADMIN".equals(right.getAuthority()));
    }
}
