package health.consilium.identity.security;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.spi.LinkReach;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who came in by a link reaches one appointment: what is not known to belong to it is refused. */
final class LinkReachFilter extends OncePerRequestFilter {
    private static final String API = "/api/v1/";
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "app",
            "auth/me",
            "auth/login",
            "auth/logout",
            "auth/demo-accounts",
            "auth/demo-login",
            "auth/password/forgot",
            "auth/password/set",
            "auth/passkeys/sign-in",
            "auth/passkeys/sign-in/options",
            "auth/links/open",
            "auth/links/come-in",
            "auth/links/again",
            "browser-reports",
            "ice-servers",
            "signalling/tickets",
            "verify");
    private static final Problem REFUSED = new Problem(
            ErrorCode.LINK_TOO_NARROW,
            "You came in by the link of one appointment. To see more, sign in with your password.");

    private final List<LinkReach> reaches;
    private final HandlerExceptionResolver resolver;

    LinkReachFilter(List<LinkReach> reaches, HandlerExceptionResolver resolver) {
        this.reaches = reaches;
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null
                && known.getPrincipal() instanceof CurrentUser user
                && user.onlyAppointment() != null
                && !reaches(request, user.onlyAppointment())) {
            resolver.resolveException(request, response, null, REFUSED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean reaches(HttpServletRequest request, UUID appointment) {
        String path = request.getRequestURI();
        if (!path.startsWith(API)) {
            // Files of the app; everything else there is closed to patients anyway.
            return true;
        }
        String route = path.substring(API.length());
        return FOR_EVERYBODY.contains(route)
                // Open to nobody in particular, in a demo alone.
                || below(route, "demo/mailbox")
                // The list shows no other appointment to such a sign-in.
                || (route.equals("appointments") && request.getMethod().equals("GET"))
                || below(route, "appointments/" + appointment)
                || below(route, "consultations/" + appointment)
                || reaches.stream().anyMatch(more -> more.reaches(path, appointment));
    }

    private static boolean below(String route, String own) {
        return route.equals(own) || route.startsWith(own + "/");
    }
}
