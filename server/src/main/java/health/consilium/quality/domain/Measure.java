package health.consilium.quality.domain;

import health.consilium.signalling.frame.Sight;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each sample, as a 16-bit whole number: fine enough for every question, and half the size. Words are kept as
 * their place in a list. The name in lower case is the column's.
 */
public enum Measure {
    SCORE(Sight::score, 1, 5),
    /** ms. */
    RTT(Sight::rtt, 1),
    /** Tenths of a ms. */
    JITTER(Sight::jitter, 10),
    JITTER_BUFFER(Sight::jitterBuffer, 1),
    /** Shares: ten-thousandths. */
    LOSS_UP(Sight::lossUp, 10_000, 1),
    LOSS_DOWN(Sight::lossDown, 10_000, 1),
    CONCEALED(Sight::concealed, 10_000, 1),
    DROPPED(Sight::dropped, 10_000, 1),
    FROZEN(Sight::frozen, 10_000, 1),
    ENCODING(Sight::encoding, 10_000, 1),
    DECODING(Sight::decoding, 10_000, 1),
    SIGNALLING_LATE(Sight::signallingLate, 10_000, 1),
    SIGNALLING_RTT(Sight::signallingRtt, 1),
    SIGNALLING_JITTER(Sight::signallingJitter, 10),
    /** kbit/s. */
    BITRATE_UP(Sight::bitrateUp, 0.001),
    BITRATE_DOWN(Sight::bitrateDown, 0.001),
    AVAILABLE_UP(Sight::availableUp, 0.001),
    /** The received picture. */
    WIDTH(Sight::width, 1),
    HEIGHT(Sight::height, 1),
    FPS(Sight::fps, 1),
    LIMITATION(Sight::limitation, List.of("none", "cpu", "bandwidth", "other")),
    CANDIDATE(Sight::candidateType, List.of("host", "srflx", "prflx", "relay")),
    PROTOCOL(Sight::protocol, List.of("udp", "tcp", "tls")),
    CAUSE(Sight::cause, List.of("none", "loss", "delay", "jitter", "bandwidth", "cpu", "relay", "silence")),
    SIDE(Sight::side, List.of("me", "them", "both", "between")),
    DIRECTION(Sight::direction, List.of("up", "down", "both"));

    /** What was not measured. */
    public static final short MISSING = Short.MIN_VALUE;

    private final Function<Sight, ?> member;
    private final double scale;
    private final double most;
    private final List<String> words;

    Measure(Function<Sight, @Nullable Number> member, double scale) {
        this(member, scale, Short.MAX_VALUE / scale);
    }

    Measure(Function<Sight, @Nullable Number> member, double scale, double most) {
        this(member, scale, most, List.of());
    }

    Measure(Function<Sight, @Nullable String> member, List<String> words) {
        this(member, 1, words.size() - 1, words);
    }

    Measure(Function<Sight, ?> member, double scale, double most, List<String> words) {
        this.member = member;
        this.scale = scale;
        this.most = most;
        this.words = words;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is kept; {@link #MISSING} for what was not said or is no number or word of ours. */
    public short code(Sight sight) {
        return switch (member.apply(sight)) {
            case Number number
            when Double.isFinite(number.doubleValue()) ->
                (short) Math.round(Math.clamp(number.doubleValue(), 0, most) * scale);
            case String word when words.contains(word) -> (short) words.indexOf(word);
            case null, default -> MISSING;
        };
    }

    public @Nullable Double value(short code) {
        return code == MISSING ? null : Double.valueOf(code / scale);
    }

    public @Nullable String word(short code) {
        return code < 0 || code >= words.size() ? null : words.get(code);
    }
}
