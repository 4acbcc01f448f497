package health.consilium.identity.security;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A page of somebody else may not change anything with our cookie, even if it got hold of a CSRF token. */
final class OwnOriginFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Problem REFUSED =
            new Problem(ErrorCode.ORIGIN_REFUSED, "This request came from another website, so it was not carried out.");

    private final List<String> allowed;
    private final HandlerExceptionResolver resolver;

    /** @param allowed origins beside our own, for a proxy that changes the Host header */
    OwnOriginFilter(List<String> allowed, HandlerExceptionResolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (origin == null
                || READING.contains(request.getMethod())
                || LoginFilter.bearer(request).isPresent()
                || allowed.contains(origin)
                || isOwn(origin, request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            resolver.resolveException(request, response, null, REFUSED);
        }
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
