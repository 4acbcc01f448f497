package health.consilium.identity.security;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refusals of the filter chain, in the same envelope as all others. */
@Component
class RefusalWriter implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Problem NOT_SIGNED_IN =
            new Problem(ErrorCode.NOT_SIGNED_IN, "Please sign in. You may have been signed out to protect your data.");
    private static final Problem FORBIDDEN = new Problem(ErrorCode.FORBIDDEN, "Your account may not do this.");
    private static final Problem CSRF =
            new Problem(ErrorCode.CSRF_REFUSED, "This page is too old to be trusted. Please reload it and try again.");

    private final HandlerExceptionResolver resolver;

    RefusalWriter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException refusal) {
        resolver.resolveException(request, response, null, NOT_SIGNED_IN);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, @Nullable AccessDeniedException refusal) {
        var known = SecurityContextHolder.getContext().getAuthentication();
        boolean anonymous = new AuthenticationTrustResolverImpl().isAnonymous(known) || known == null;
        Problem problem = refusal instanceof CsrfException ? CSRF : anonymous ? NOT_SIGNED_IN : FORBIDDEN;
        resolver.resolveException(request, response, null, problem);
    }
}
