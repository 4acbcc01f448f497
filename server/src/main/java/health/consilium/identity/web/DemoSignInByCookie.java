package health.consilium.identity.web;

import health.consilium.identity.DemoSignIn;
import health.consilium.identity.IdentityProperties;
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
    private final IdentityProperties settings;

    DemoSignInByCookie(SignInService signIns, IdentityProperties settings) {
        this.signIns = signIns;
        this.settings = settings;
    }

    @Override
    public void signIn(UserId account, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIns::leave);
        String token = signIns.startSession(account).token().reveal();
        SessionCookie.write(request, response, token, settings.absolute());
    }
}
