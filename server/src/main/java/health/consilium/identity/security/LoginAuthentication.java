package health.consilium.identity.security;

import health.consilium.identity.CurrentUser;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A recognised person in Spring Security's terms. */
final class LoginAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;

    LoginAuthentication(CurrentUser user) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }
}
