package health.consilium.e2e.lab.linux;

/**
 * By how much the thread that carries packets was behind its own schedule: what a busy computer adds to the delays asked
 * for.
 *
 * @param times it had something to do at a certain time
 * @param meanMillis on average
 * @param longestMillis at worst
 */
public record Lateness(long times, double meanMillis, double longestMillis) {
    private static final double NANOS_A_MILLI = 1e6;

    static Lateness of(long times, long sum, long longest) {
        return new Lateness(times, times == 0 ? 0 : sum / NANOS_A_MILLI / times, longest / NANOS_A_MILLI);
    }
}
