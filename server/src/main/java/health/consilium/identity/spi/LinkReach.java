package health.consilium.identity.spi;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sign-in by link may ask for beside the routes that carry the appointment's id, which are open to it anyway. A
 * module whose routes carry ids of its own says here which of them belong to that appointment.
 */
@FunctionalInterface
public interface LinkReach {
    /** @param path of the request, from /api/v1 on */
    boolean reaches(String path, UUID appointment);

    /**
     * Routes such as {@code /api/v1/things/<id>} and all below: they belong to whoever came by a link of the thing's
     * appointment.
     *
     * @param things the route's word for them
     * @param appointmentOf the appointment to which the thing of that id belongs, empty if there is no such thing
     */
    static LinkReach byId(String things, Function<UUID, Optional<UUID>> appointmentOf) {
        Pattern route = Pattern.compile(
                "/api/v1/" + Pattern.quote(things) + "/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?");
        return (path, appointment) -> {
            Matcher thing = route.matcher(path);
            return thing.matches()
                    && appointmentOf
                            .apply(UUID.fromString(thing.group(1)))
                            .filter(appointment::equals)
                            .isPresent();
        };
    }
}
