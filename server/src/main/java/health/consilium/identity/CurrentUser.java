package health.consilium.identity;

import health.consilium.audit.Actor;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Who makes this request, whatever carried the proof (cookie, bearer token or socket ticket).
 *
 * @param login the sign-in that proved it
 */
public record CurrentUser(UserId id, Role role, String displayName, ZoneId zone, String locale, UUID login) {
    /** As the audit trail names them. */
    public Actor actor() {
        return new Actor(id.value(), role.name());
    }

    public boolean is(Role other) {
        return role == other;
    }
}
