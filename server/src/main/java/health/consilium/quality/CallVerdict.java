package health.consilium.quality;

import health.consilium.consultation.ConsultationView;
import health.consilium.identity.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call in one word, and what troubled it most.
 *
 * @param trouble null when nothing troubled it for long
 */
public record CallVerdict(Grade grade, @Nullable MainTrouble trouble) {
    /** GOOD and FAIR as in docs/call-quality-metrics.md; UNKNOWN when nobody measured. */
    public enum Grade {
        GOOD,
        FAIR,
        POOR,
        UNKNOWN
    }

    /** Whose network or device it was. BETWEEN: somewhere on the way. */
    public enum Whose {
        PATIENT,
        DOCTOR,
        BOTH,
        BETWEEN
    }

    /** @param share of the measured time */
    public record MainTrouble(String cause, Whose whose, double share) {}

    private static final double GOOD_OPINION = 4.0;
    private static final double FAIR_OPINION = 3.1;
    private static final int MANY_BREAKS = 2;
    /** Worth a sentence: half a minute of a consultation of ten. */
    private static final double WORTH_TELLING = 0.05;

    public static CallVerdict of(ConsultationView view, Map<UserId, PersonFigures> people) {
        return new CallVerdict(grade(people), trouble(view, people));
    }

    private static Grade grade(Map<UserId, PersonFigures> people) {
        double worst = people.values().stream()
                .map(PersonFigures::measured)
                .filter(measured -> measured != null && measured.opinion() != null)
                .mapToDouble(CallVerdict::median)
                .min()
                .orElse(Double.NaN);
        if (Double.isNaN(worst)) {
            return Grade.UNKNOWN;
        }
        int breaks = people.values().stream()
                .mapToInt(PersonFigures::reconnects)
                .max()
                .orElse(0);
        if (worst < FAIR_OPINION) {
            return Grade.POOR;
        }
        return worst < GOOD_OPINION || breaks >= MANY_BREAKS ? Grade.FAIR : Grade.GOOD;
    }

    private static double median(@Nullable PersonQuality measured) {
        return measured == null || measured.opinion() == null
                ? Double.NaN
                : measured.opinion().median();
    }

    /** The longest of all that either side saw. */
    private static @Nullable MainTrouble trouble(ConsultationView view, Map<UserId, PersonFigures> people) {
        MainTrouble longest = null;
        for (Map.Entry<UserId, PersonFigures> person : people.entrySet()) {
            PersonQuality measured = person.getValue().measured();
            if (measured == null || measured.troubles().isEmpty()) {
                continue;
            }
            Trouble first = measured.troubles().getFirst();
            if (first.share() >= WORTH_TELLING && (longest == null || first.share() > longest.share())) {
                boolean doctor = person.getKey().equals(view.doctor());
                longest = new MainTrouble(first.cause(), whose(first.side(), doctor), first.share());
            }
        }
        return longest;
    }

    private static Whose whose(String side, boolean doctor) {
        return switch (side) {
            case "me" -> doctor ? Whose.DOCTOR : Whose.PATIENT;
            case "them" -> doctor ? Whose.PATIENT : Whose.DOCTOR;
            case "both" -> Whose.BOTH;
            default -> Whose.BETWEEN;
        };
    }
}
