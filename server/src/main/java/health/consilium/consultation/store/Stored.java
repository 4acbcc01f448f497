package health.consilium.consultation.store;

import health.consilium.consultation.domain.Consultation;
import java.time.Instant;

/** A consultation with what only the database knows about it. */
public record Stored(Consultation consultation, long version, Instant createdAt, Instant updatedAt) {}
