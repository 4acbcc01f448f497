package health.consilium.identity.spi;

import java.util.UUID;

/**
 * What a sign-in by link may ask for beside the routes that carry the appointment's id, which are open to it anyway. A
 * module whose routes carry ids of its own says here which of them belong to that appointment.
 */
public interface LinkReach {
    /** @param path of the request, from /api/v1 on */
    boolean reaches(String path, UUID appointment);
}
