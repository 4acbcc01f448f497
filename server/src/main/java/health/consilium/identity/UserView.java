package health.consilium.identity;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An account as other modules may see it. Before it is shown to somebody, {@link #asSeenBy} takes away what they may not
 * know.
 *
 * @param displayName as it is shown to the other side, for example "Dr Anna Weber"
 * @param email empty where the reader may not know
 * @param about one line such as a doctor's specialty; may be empty
 * @param zone the zone in which times are written for this person
 * @param locale BCP 47 tag, for example "en" or "de"
 * @param phone as the person wrote it; null when not on file or not for the reader
 * @param dateOfBirth null when not on file or not for the reader
 * @param licence a doctor's licence number, which everybody may know; empty for others
 */
public record UserView(
        UserId id,
        Role role,
        String displayName,
        String email,
        String about,
        ZoneId zone,
        String locale,
        @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        String licence) {
    /** Without what is told to few: phone, date of birth and licence number. */
    public UserView(UserId id, Role role, String displayName, String email, String about, ZoneId zone, String locale) {
        this(id, role, displayName, email, about, zone, locale, null, null, "");
    }

    /**
     * Everything of oneself; everything for administrators; of a patient for the doctor who treats them. Everybody else
     * learns the name and what a page shows beside it.
     *
     * @param treats whether the reader is the doctor of an appointment with this person
     */
    public UserView asSeenBy(CurrentUser reader, boolean treats) {
        boolean theirDoctor = treats && reader.is(Role.DOCTOR) && role == Role.PATIENT;
        return reader.id().equals(id) || reader.is(Role.ADMIN) || theirDoctor
                ? this
                : new UserView(id, role, displayName, "", about, zone, locale, null, null, licence);
    }
}
