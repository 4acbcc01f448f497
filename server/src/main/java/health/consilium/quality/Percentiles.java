package health.consilium.quality;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Percentiles with linear interpolation between neighbours (the usual "type 7"). */
public final class Percentiles {
    private Percentiles() {}

    /** @return null for nothing */
    public static @Nullable Double of(Collection<Double> values, double share) {
        if (values.isEmpty()) {
            return null;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Of values of which more is worse. */
    public static @Nullable Spread high(Collection<Double> values) {
        return spread(of(values, 0.5), of(values, 0.95));
    }

    /** Of values of which less is worse. */
    public static @Nullable Spread low(Collection<Double> values) {
        return spread(of(values, 0.5), of(values, 0.05));
    }

    private static @Nullable Spread spread(@Nullable Double median, @Nullable Double worst) {
        return median == null || worst == null ? null : new Spread(median, worst);
    }
}
