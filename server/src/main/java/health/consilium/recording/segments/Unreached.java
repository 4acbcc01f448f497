package health.consilium.recording.segments;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;

/** A recording that cannot be read now, and is not lost by that. */
public final class Unreached {
    private Unreached() {}

    public static Problem problem() {
        return new Problem(
                ErrorCode.STORAGE_AWAY,
                "The clinic's recordings cannot be reached right now. Nothing is lost. Please try again in some minutes.");
    }
}
