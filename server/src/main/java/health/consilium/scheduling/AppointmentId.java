package health.consilium.scheduling;

import java.util.UUID;

/** Names one appointment. Random (RFC 9562 version 4), never sequential. */
public record AppointmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
