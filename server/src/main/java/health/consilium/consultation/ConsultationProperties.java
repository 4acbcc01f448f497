package health.consilium.consultation;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The durations of a consultation.
 *
 * @param opensBefore how long before the start it may be entered
 * @param noShowAfter how long the patient waits for the doctor before it is cancelled
 * @param grace how long somebody who dropped out counts as still in the call
 * @param ring how long it rings before the call counts as missed
 * @param extension by how much the doctor may extend a slot in all
 * @param warnings how long before the end to warn, longest first
 */
@ConfigurationProperties("consilium.consultation")
public record ConsultationProperties(
        @DefaultValue("10m") Duration opensBefore,
        @DefaultValue("5m") Duration noShowAfter,
        @DefaultValue("60s") Duration grace,
        @DefaultValue("60s") Duration ring,
        @DefaultValue("15m") Duration extension,
        @DefaultValue({"5m", "1m"}) List<Duration> warnings) {}
