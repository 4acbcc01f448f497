package health.consilium.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person's samples amount to; kept when the samples are gone. Times in ms, shares 0 to 1; null: never measured.
 *
 * @param samples how many there are
 * @param opinion how the sound they heard would be rated, 1 to 4.5 (docs/call-quality-metrics.md)
 * @param lossUp of what they sent; {@code lossDown} of what was sent to them
 * @param troubles longest first
 */
public record PersonQuality(
        int samples,
        @Nullable Spread opinion,
        @Nullable Spread rtt,
        @Nullable Spread jitter,
        @Nullable Spread lossUp,
        @Nullable Spread lossDown,
        @Nullable Double fps,
        Pictures pictures,
        double relayed,
        double limitedByCpu,
        double limitedByBandwidth,
        double frozen,
        List<Trouble> troubles) {}
