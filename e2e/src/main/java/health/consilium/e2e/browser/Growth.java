package health.consilium.e2e.browser;

/** By how much a counter has grown; it begins anew when another connection takes over. */
final class Growth {
    private double last;
    private double grown;

    Growth(double first) {
        last = first;
    }

    double to(double now) {
        grown += now >= last ? now - last : now;
        last = now;
        return grown;
    }
}
