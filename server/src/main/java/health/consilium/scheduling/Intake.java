package health.consilium.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * What a patient needs at the visit (U4). Health data.
 *
 * @param interpreter the language to interpret, as BCP 47 or in words, for example "Dari" or "sign language"; null for
 *     no interpreter
 * @param companion whether somebody comes along to support them
 */
public record Intake(@Nullable String interpreter, boolean captions, boolean companion, boolean screenReader) {
    public static final Intake NOTHING = new Intake(null, false, false, false);
}
