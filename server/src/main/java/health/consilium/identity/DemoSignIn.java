package health.consilium.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs somebody in without a password and sets the session cookie. Exists in demo mode only. */
public interface DemoSignIn {
    void signIn(UserId account, HttpServletRequest request, HttpServletResponse response);
}
