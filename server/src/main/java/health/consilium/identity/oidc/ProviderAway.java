package health.consilium.identity.oidc;

import health.consilium.kernel.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the provider does not answer, the page says so; nobody is sent to an address that we do not know. */
final class ProviderAway extends OncePerRequestFilter {
    private final LazyClient client;

    ProviderAway(LazyClient client) {
        this.client = client;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (client.answers()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/?refused=" + ErrorCode.OIDC_FAILED);
        }
    }
}
