package health.consilium.quality;

/** Share of the time in which the received picture had at least 720 lines, at least 360, fewer, or did not come. */
public record Pictures(double sharp, double medium, double small, double none) {}
