package health.consilium.identity.security;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserView;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.LoginStore.Kind;
import health.consilium.identity.web.SessionCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a person by the Authorization header (bearer token) or, without one, by the session cookie. */
final class LoginFilter extends OncePerRequestFilter {
    private final SignInService signIns;

    LoginFilter(SignInService signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> bearer = bearer(request);
        Kind kind = bearer.isPresent() ? Kind.BEARER : Kind.SESSION;
        // A page that refreshes itself in front of an empty chair says so: that is no activity (S4).
        // Nor is it one that a browser reports something by itself.
        boolean attended = request.getHeader("X-Unattended") == null
                && !request.getRequestURI().equals("/api/v1/browser-reports");
        bearer.or(() -> SessionCookie.read(request))
                .flatMap(token -> signIns.recognise(token, attended))
                .filter(login -> login.kind() == kind)
                .ifPresent(login -> {
                    UserView user = login.user();
                    CurrentUser current = new CurrentUser(
                            user.id(),
                            user.role(),
                            user.displayName(),
                            user.zone(),
                            user.locale(),
                            login.id(),
                            login.onlyAppointment());
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new LoginAuthentication(current));
                    SecurityContextHolder.setContext(context);
                });
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
