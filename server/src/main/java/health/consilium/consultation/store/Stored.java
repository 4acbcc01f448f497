package health.consilium.consultation.store;

import health.consilium.conferencing.spi.Room;
import health.consilium.consultation.domain.Consultation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consultation with what only the database knows about it. */
public record Stored(
        Consultation consultation, @Nullable Room room, long version, Instant createdAt, Instant updatedAt) {}
