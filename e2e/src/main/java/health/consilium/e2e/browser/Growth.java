package health.consilium.e2e.browser;

/** By how much a counter has grown; it begins anew when another connection takes over. */
public final class Growth {
    private double last;
    private double grown;

    public Growth(double first) {
        last = first;
    }

    public double to(double now) {
        grown += now >= last ? now - last : now;
        last = now;
        return grown;
    }
}
