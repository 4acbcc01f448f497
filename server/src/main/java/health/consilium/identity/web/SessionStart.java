package health.consilium.identity.web;

import health.consilium.identity.IdentityProperties;
import health.consilium.identity.SignIns.Started;
import health.consilium.identity.signin.SignInService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** A browser is signed in: what it was before ends (S6), it gets the cookie, and the person's list says which it is. */
@Component
public class SessionStart {
    private final SignInService signIns;
    private final IdentityProperties settings;

    SessionStart(SignInService signIns, IdentityProperties settings) {
        this.signIns = signIns;
        this.settings = settings;
    }

    public void begin(Started started, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIns::leave);
        signIns.seenIn(started.login(), BrowserName.of(request));
        SessionCookie.write(request, response, started.token().reveal(), settings.absolute());
    }
}
