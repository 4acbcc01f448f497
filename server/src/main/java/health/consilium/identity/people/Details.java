package health.consilium.identity.people;

import health.consilium.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What administrators write down of a person.
 *
 * @param name as it is shown, for doctors with their title, for example "Dr Anna Weber"
 * @param about one line such as a doctor's specialty
 */
public record Details(
        String email,
        Role role,
        String name,
        String about,
        @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        ZoneId zone,
        String locale) {}
