package health.consilium.notification.outbox;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person is told by one way. It holds no words.
 *
 * @param subject what it is about: the appointment, or something that belongs to it
 * @param revision of the appointment's time; there is one message for each
 * @param detail what cannot be found out later, for example the time before a change; no health data
 * @param attempts with the one that is going on
 * @param round how often staff sent it again
 * @param expiresAt from then on it is of no use
 */
public record Message(
        UUID id,
        Kind kind,
        AppointmentId appointment,
        UUID subject,
        int revision,
        UserId person,
        Channel channel,
        String detail,
        State state,
        int attempts,
        int round,
        Instant nextAt,
        Instant expiresAt,
        @Nullable Problem problem,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant readAt) {}
