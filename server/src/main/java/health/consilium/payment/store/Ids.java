package health.consilium.payment.store;

import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** What the database's driver takes. */
final class Ids {
    private Ids() {}

    static UUID[] of(Collection<AppointmentId> appointments) {
        return appointments.stream().map(AppointmentId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
