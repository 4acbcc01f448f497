package health.consilium.identity.web;

import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import java.util.UUID;

/** An account as its owner sees it. */
public record UserJson(UUID id, String name, Role role, String email, String zone, String locale) {
    public static UserJson of(UserView user) {
        return new UserJson(
                user.id().value(),
                user.displayName(),
                user.role(),
                user.email(),
                user.zone().getId(),
                user.locale());
    }
}
