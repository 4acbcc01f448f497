package health.consilium.identity.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.factor.SecondFactors;
import health.consilium.identity.factor.SecondFactors.Next;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.LoginStore.Halfway;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whose password was right and whose second factor is still to come, by the cookie. */
@Component
class HalfSignIns {
    private final SignInService signIns;
    private final SecondFactors factors;

    HalfSignIns(SignInService signIns, SecondFactors factors) {
        this.signIns = signIns;
        this.factors = factors;
    }

    /** @throws Problem NOT_SIGNED_IN */
    Halfway get(HttpServletRequest request) {
        return find(request).orElseThrow(HalfSignIns::notSignedIn);
    }

    /**
     * Only who has none yet: a password alone must not replace the second factor.
     *
     * @throws Problem NOT_SIGNED_IN
     */
    Halfway enrolling(HttpServletRequest request) {
        return find(request)
                .filter(half -> factors.next(half.user().id(), half.user().role()) == Next.ENROL)
                .orElseThrow(HalfSignIns::notSignedIn);
    }

    private Optional<Halfway> find(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(signIns::halfway);
    }

    /** Who is signed in whole. */
    static Optional<CurrentUser> signedIn() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof CurrentUser user ? Optional.of(user) : Optional.empty();
    }

    private static Problem notSignedIn() {
        return new Problem(ErrorCode.NOT_SIGNED_IN, "Please sign in again: it took more than ten minutes.");
    }
}
