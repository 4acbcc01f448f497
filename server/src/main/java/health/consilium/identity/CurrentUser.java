package health.consilium.identity;

import health.consilium.audit.Actor;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, whatever carried the proof (cookie, bearer token or socket ticket).
 *
 * @param login the sign-in that proved it
 * @param onlyAppointment the one appointment that a sign-in by link may see, or null: everything of the person's
 */
public record CurrentUser(
        UserId id,
        Role role,
        String displayName,
        ZoneId zone,
        String locale,
        UUID login,
        @Nullable UUID onlyAppointment) {
    public CurrentUser(UserId id, Role role, String displayName, ZoneId zone, String locale, UUID login) {
        this(id, role, displayName, zone, locale, login, null);
    }

    /** As the audit trail names them. */
    public Actor actor() {
        return new Actor(id.value(), role.name());
    }

    /** Whether this sign-in reaches that appointment, if it is the person's at all. */
    public boolean reaches(UUID appointment) {
        return onlyAppointment == null || onlyAppointment.equals(appointment);
    }

    public boolean is(Role other) {
        return role == other;
    }
}
