package health.consilium.consultation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has ever happened, as far as later decisions need it.
 *
 * @param patientRangAt the patient's first ring; the doctor's no-show counts from it
 * @param warned how many of the warnings before the end were given for the present end of the slot
 * @param extendedMinutes by which the slot was extended in all
 */
public record History(
        boolean patientCame,
        boolean doctorCame,
        @Nullable Instant patientRangAt,
        @Nullable Instant firstLiveAt,
        int warned,
        int extendedMinutes) {
    public static final History NONE = new History(false, false, null, null, 0, 0);

    History came(boolean patient) {
        return new History(
                patientCame || patient, doctorCame || !patient, patientRangAt, firstLiveAt, warned, extendedMinutes);
    }

    History patientRang(Instant at) {
        return patientRangAt != null
                ? this
                : new History(patientCame, doctorCame, at, firstLiveAt, warned, extendedMinutes);
    }

    History live(Instant at) {
        return firstLiveAt != null
                ? this
                : new History(patientCame, doctorCame, patientRangAt, at, warned, extendedMinutes);
    }

    History warned(int warnings) {
        return new History(patientCame, doctorCame, patientRangAt, firstLiveAt, warnings, extendedMinutes);
    }

    History extended(int minutes) {
        return new History(patientCame, doctorCame, patientRangAt, firstLiveAt, 0, extendedMinutes + minutes);
    }
}
