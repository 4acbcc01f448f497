package health.consilium.readiness;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way to the relay and back, in numbers; null where nothing could be measured.
 *
 * @param relays ways to the relay that carried data
 * @param rttMs to the relay and back
 * @param jitterMs interarrival jitter (RFC 3550)
 * @param lossPercent of packets sent to the relay and back
 * @param kbps that came back in a second
 */
public record Measured(
        @NotNull @Size(max = 3) Set<Transport> relays,
        @Nullable @Min(0) @Max(60_000) Integer rttMs,
        @Nullable @Min(0) @Max(60_000) Integer jitterMs,
        @Nullable @Min(0) @Max(100) Integer lossPercent,
        @Nullable @Min(0) @Max(1_000_000) Integer kbps) {
    /** How the device speaks to the relay. */
    public enum Transport {
        UDP,
        TCP,
        TLS
    }
}
