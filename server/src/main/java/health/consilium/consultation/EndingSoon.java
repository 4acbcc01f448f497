package health.consilium.consultation;

/** The slot ends in {@code minutesLeft} minutes (5 or 1). */
public record EndingSoon(ConsultationView view, int minutesLeft) {}
