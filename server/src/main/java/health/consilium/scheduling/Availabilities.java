package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What doctors publish about when they can be booked. What is booked already stays booked, whatever changes here. */
public interface Availabilities {
    Optional<Availability> of(UserId doctor);

    /** Of every doctor who has published anything. */
    Map<UserId, Availability> all();

    /**
     * Publishes week, lengths and words; exceptions are kept as they are.
     *
     * @throws health.consilium.kernel.Problem INVALID_REQUEST when spans of a day overlap or end before they begin
     */
    void publish(UserId doctor, Availability availability);

    /** @throws health.consilium.kernel.Problem INVALID_REQUEST when it makes no sense */
    UUID except(UserId doctor, DayException exception);

    /** @return whether there was one */
    boolean withdraw(UserId doctor, UUID exception);
}
