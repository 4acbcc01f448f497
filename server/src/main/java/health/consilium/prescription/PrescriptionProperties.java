package health.consilium.prescription;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Prescribing.
 *
 * @param after for how long after the end of a consultation its doctor may still prescribe
 * @param medications a file with the clinic's own list of medications, one a line, instead of the list that comes with
 *     the program: name, name;code, or name;code;system with the code system's URI, for example http://www.whocc.no/atc
 */
@ConfigurationProperties("consilium.prescription")
public record PrescriptionProperties(
        @DefaultValue("14d") Duration after, @Nullable String medications) {
    public PrescriptionProperties {
        SettingCheck.notNegative("consilium.prescription.after", after);
    }
}
