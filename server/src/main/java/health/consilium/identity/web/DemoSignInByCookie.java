package health.consilium.identity.web;

import health.consilium.identity.DemoSignIn;
import health.consilium.identity.UserId;
import health.consilium.identity.signin.SignInService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "consilium.mode", havingValue = "demo")
class DemoSignInByCookie implements DemoSignIn {
    private final SignInService signIns;
    private final SessionStart sessions;

    DemoSignInByCookie(SignInService signIns, SessionStart sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @Override
    public void signIn(UserId account, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(signIns.startSession(account), request, response);
    }
}
