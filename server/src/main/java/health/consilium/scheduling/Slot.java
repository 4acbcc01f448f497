package health.consilium.scheduling;

import java.time.Instant;

/** A free time of a doctor, {@code [start, end)}. */
public record Slot(Instant start, Instant end) {}
