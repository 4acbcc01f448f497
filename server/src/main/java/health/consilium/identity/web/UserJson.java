package health.consilium.identity.web;

import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param onlyAppointment the one appointment that this sign-in by link may see; null: everything
 */
public record UserJson(
        UUID id,
        String name,
        Role role,
        String email,
        String zone,
        String locale,
        @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        @Nullable UUID onlyAppointment) {
    public static UserJson of(UserView user, @Nullable UUID onlyAppointment) {
        return new UserJson(
                user.id().value(),
                user.displayName(),
                user.role(),
                user.email(),
                user.zone().getId(),
                user.locale(),
                user.phone(),
                user.dateOfBirth(),
                onlyAppointment);
    }
}
