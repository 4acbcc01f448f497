package health.consilium.identity;

import java.time.ZoneId;

/**
 * An account as other modules may see it.
 *
 * @param displayName as it is shown to the other side, for example "Dr Anna Weber"
 * @param about one line such as a doctor's specialty; may be empty
 * @param zone the zone in which times are written for this person
 * @param locale BCP 47 tag, for example "en" or "de"
 */
public record UserView(
        UserId id, Role role, String displayName, String email, String about, ZoneId zone, String locale) {}
