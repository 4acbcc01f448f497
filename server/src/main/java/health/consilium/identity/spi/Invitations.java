package health.consilium.identity.spi;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a link leads to: the page that a patient opens from a mail says who invites, and when. */
public interface Invitations {
    /** @param host the doctor */
    record Invitation(UUID appointment, UserId host, Instant start, Instant end) {}

    Optional<Invitation> about(UUID appointment);

    /** The patient's next appointment that is not over. */
    Optional<Invitation> next(UserId patient, Instant now);
}
