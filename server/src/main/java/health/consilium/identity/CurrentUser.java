package health.consilium.identity;

import java.time.ZoneId;

/** Who makes this request, whatever carried the proof (cookie, bearer token or socket ticket). */
public record CurrentUser(UserId id, Role role, String displayName, ZoneId zone, String locale) {
    public boolean is(Role other) {
        return role == other;
    }
}
