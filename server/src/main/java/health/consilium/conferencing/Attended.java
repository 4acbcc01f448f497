package health.consilium.conferencing;

import java.time.Instant;
import java.util.UUID;

/** What the provider of a consultation's room tells of a person: they came in, or they are gone. */
public record Attended(UUID consultation, UUID person, boolean in, Instant at) {}
