package health.consilium.conferencing;

import java.util.UUID;

/** The provider of a consultation's room tells that this person came or went. How it stands now, {@link Rooms#isIn} says. */
public record Attended(UUID consultation, UUID person) {}
