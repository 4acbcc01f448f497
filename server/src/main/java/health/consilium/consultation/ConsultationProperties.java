package health.consilium.consultation;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.Comparator;
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
        @DefaultValue({"5m", "1m"}) List<Duration> warnings) {
    public ConsultationProperties {
        SettingCheck.notNegative("consilium.consultation.opens-before", opensBefore);
        SettingCheck.positive("consilium.consultation.no-show-after", noShowAfter);
        SettingCheck.positive("consilium.consultation.grace", grace);
        SettingCheck.positive("consilium.consultation.ring", ring);
        SettingCheck.notNegative("consilium.consultation.extension", extension);
        warnings.forEach(one -> SettingCheck.positive("consilium.consultation.warnings", one));
        SettingCheck.require(
                warnings.equals(warnings.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList()),
                "consilium.consultation.warnings",
                warnings,
                "the longest comes first, none twice");
    }
}
