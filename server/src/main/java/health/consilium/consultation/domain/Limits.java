package health.consilium.consultation.domain;

import java.time.Duration;
import java.util.List;

/**
 * The durations of row L15.
 *
 * @param opensBefore how long before the start a consultation may be entered
 * @param noShowAfter how long the patient waits for the doctor
 * @param grace how long somebody who dropped out counts as still in the call
 * @param ring how long it rings before the call counts as missed
 * @param extension by how much the doctor may extend a slot in all
 * @param warnings how long before the end to warn, longest first
 */
public record Limits(
        Duration opensBefore,
        Duration noShowAfter,
        Duration grace,
        Duration ring,
        Duration extension,
        List<Duration> warnings) {
    public static final Limits DEFAULT = new Limits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(1)));
}
