package health.consilium.quality;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of the quality of calls.
 *
 * @param retention how long the samples of a call are kept, at least a day; what they amount to stays with the consultation
 */
@ConfigurationProperties("consilium.quality")
public record QualityProperties(@DefaultValue("90d") Duration retention) {
    public QualityProperties {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "consilium.quality.retention is shorter than a day: samples would go before their call is over.");
        }
    }
}
