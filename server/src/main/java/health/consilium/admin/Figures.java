package health.consilium.admin;

import health.consilium.feedback.Ratings.Given;
import health.consilium.quality.Percentiles;
import health.consilium.quality.PersonFigures;
import health.consilium.quality.PersonQuality;
import health.consilium.quality.Spread;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What some calls amount to. Times in ms, shares 0 to 1; null: nobody measured. Of people: the median of their medians, and the
 * 95th percentile of their 95th percentiles; of opinions the 5th.
 *
 * @param spoken consultations in which people spoke
 * @param failed consultations that did not come about and are the clinic's to mend
 * @param setUpP90 nine of ten people waited no longer than that
 * @param relayed share of the measured calls that went through the relay
 * @param stars mean of the ratings
 */
record Figures(
        int spoken,
        int failed,
        @Nullable Double setUpMedian,
        @Nullable Double setUpP90,
        @Nullable Double relayed,
        @Nullable Spread rtt,
        @Nullable Spread loss,
        @Nullable Spread jitter,
        @Nullable Spread opinion,
        @Nullable Double stars) {

    static Figures of(List<Held> calls) {
        List<Double> setUps = calls.stream()
                .flatMap(Held::both)
                .map(PersonFigures::setUpMillis)
                .filter(Objects::nonNull)
                .map(Integer::doubleValue)
                .toList();
        List<PersonQuality> people = calls.stream()
                .flatMap(Held::both)
                .map(PersonFigures::measured)
                .filter(Objects::nonNull)
                .toList();
        return new Figures(
                (int) calls.stream().filter(Held::spoken).count(),
                (int) calls.stream().filter(Held::failed).count(),
                Percentiles.of(setUps, 0.5),
                Percentiles.of(setUps, 0.9),
                share(calls.stream().filter(Held::measured).toList()),
                high(people, PersonQuality::rtt),
                high(people, PersonQuality::lossDown),
                high(people, PersonQuality::jitter),
                together(people, PersonQuality::opinion, 0.05),
                mean(calls.stream().flatMap(call -> call.ratings().stream()).toList()));
    }

    private static @Nullable Double share(List<Held> measured) {
        return measured.isEmpty()
                ? null
                : Double.valueOf(
                        (double) measured.stream().filter(Held::relayed).count() / measured.size());
    }

    private static @Nullable Spread high(List<PersonQuality> people, Function<PersonQuality, @Nullable Spread> what) {
        return together(people, what, 0.95);
    }

    private static @Nullable Spread together(
            List<PersonQuality> people, Function<PersonQuality, @Nullable Spread> what, double worst) {
        List<Spread> known = people.stream().map(what).filter(Objects::nonNull).toList();
        Double median = Percentiles.of(known.stream().map(Spread::median).toList(), 0.5);
        Double extreme = Percentiles.of(known.stream().map(Spread::worst).toList(), worst);
        return median == null || extreme == null ? null : new Spread(median, extreme);
    }

    private static @Nullable Double mean(List<Given> ratings) {
        return ratings.isEmpty()
                ? null
                : Double.valueOf(
                        ratings.stream().mapToInt(Given::stars).average().orElse(0));
    }
}
