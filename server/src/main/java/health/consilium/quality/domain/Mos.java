package health.consilium.quality.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a listener would rate the sound, 1 to 4.5: the E-model of ITU-T G.107, reduced to what a browser measures (delay and
 * loss) and with the values of docs/call-quality-metrics.md for Opus. The same is computed in the browser (mos.ts); both are
 * held to protocol/quality/mos.json.
 */
public final class Mos {
    /** R without any impairment: G.107's defaults. */
    private static final double BASIC = 93.2;
    /** Framing 20 ms, look-ahead 6.5 ms, recording and playing. */
    private static final double FIXED_DELAY = 50;
    /** From here on a conversation feels the delay (Cole and Rosenbluth's fit of G.107's Idd). */
    private static final double FELT_DELAY = 177.3;
    /** Ie,eff's ceiling, and how well loss is concealed: that of G.711 with concealment (G.113, appendix I). */
    private static final double WORST_LOSS = 95;

    private static final double ROBUSTNESS = 25.1;
    /** Share of lost frames that Opus repairs from the packet after them. */
    private static final double REPAIRED = 0.5;

    private Mos() {}

    /**
     * @param rtt round trip in ms
     * @param jitterBuffer ms that sound waited before it was played; null: twice the jitter would be a guess, so none
     * @param loss share of packets lost, 0 to 1
     * @param concealed share of the played sound that was made up; null: follows from the loss
     */
    public static double of(double rtt, @Nullable Double jitterBuffer, double loss, @Nullable Double concealed) {
        double delay = rtt / 2 + (jitterBuffer == null ? 0 : jitterBuffer) + FIXED_DELAY;
        double heard = concealed == null ? loss * (1 - REPAIRED * (1 - loss)) : concealed;
        return opinion(BASIC - byDelay(delay) - byLoss(100 * heard));
    }

    private static double byDelay(double delay) {
        return 0.024 * delay + 0.11 * Math.max(0, delay - FELT_DELAY);
    }

    private static double byLoss(double percent) {
        return WORST_LOSS * percent / (percent + ROBUSTNESS);
    }

    /** G.107, annex B; below R = 6.5 its curve would turn up again. */
    private static double opinion(double r) {
        return r <= 6.5 ? 1 : 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
    }
}
