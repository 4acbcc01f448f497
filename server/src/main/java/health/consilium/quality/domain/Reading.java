package health.consilium.quality.domain;

import health.consilium.signalling.frame.Sight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One sample of one person, as it is kept: a whole number for every {@link Measure}. */
public final class Reading {
    private static final Measure[] MEASURES = Measure.values();

    private final Instant at;
    private final short[] codes;

    private Reading(Instant at, short[] codes) {
        this.at = at;
        this.codes = codes;
    }

    public static Reading of(Instant at, Sight sight) {
        short[] codes = new short[MEASURES.length];
        for (Measure measure : MEASURES) {
            codes[measure.ordinal()] = measure.code(sight);
        }
        return new Reading(at, codes);
    }

    /** @param codes one for each measure, in their order */
    public static Reading kept(Instant at, short[] codes) {
        return new Reading(at, codes);
    }

    public Instant at() {
        return at;
    }

    public short code(Measure measure) {
        return codes[measure.ordinal()];
    }

    public @Nullable Double value(Measure measure) {
        return measure.value(code(measure));
    }

    public @Nullable String word(Measure measure) {
        return measure.word(code(measure));
    }

    /** What a page may be told of another: only what is plausible. */
    public Sight sight() {
        return new Sight(
                whole(Measure.SCORE),
                value(Measure.RTT),
                value(Measure.JITTER),
                value(Measure.JITTER_BUFFER),
                value(Measure.LOSS_UP),
                value(Measure.LOSS_DOWN),
                value(Measure.BITRATE_UP),
                value(Measure.BITRATE_DOWN),
                value(Measure.AVAILABLE_UP),
                value(Measure.CONCEALED),
                value(Measure.DROPPED),
                value(Measure.FROZEN),
                whole(Measure.WIDTH),
                whole(Measure.HEIGHT),
                value(Measure.FPS),
                value(Measure.ENCODING),
                value(Measure.DECODING),
                word(Measure.LIMITATION),
                word(Measure.CANDIDATE),
                word(Measure.PROTOCOL),
                value(Measure.SIGNALLING_RTT),
                value(Measure.SIGNALLING_JITTER),
                value(Measure.SIGNALLING_LATE),
                word(Measure.CAUSE),
                word(Measure.SIDE),
                word(Measure.DIRECTION));
    }

    private @Nullable Integer whole(Measure measure) {
        Double value = value(measure);
        return value == null ? null : Integer.valueOf(value.intValue());
    }
}
