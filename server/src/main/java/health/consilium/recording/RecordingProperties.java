package health.consilium.recording;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Recording.
 *
 * @param enabled whether doctors may ask to record
 * @param onWithdrawal what becomes of the earlier part when somebody takes their consent back: keep or delete
 * @param keptDays for how many days a recording is kept; people read it before they agree
 */
@ConfigurationProperties("consilium.recording")
public record RecordingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("keep") OnWithdrawal onWithdrawal,
        @DefaultValue("3650") int keptDays) {}
