package health.consilium.admin;

import health.consilium.consultation.EndReason;
import health.consilium.feedback.Ratings.Given;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the clinic's calls were in a span of days.
 *
 * @param zone whose days these are
 * @param reasons why consultations ended, the most frequent first
 * @param troubles what troubled calls most, the most frequent first
 * @param stars how many ratings gave one star, two … five
 * @param issues what people said was wrong, the most frequent first
 * @param days every day of the span, also those without a call
 * @param doctors whose consultations there are, for the filter
 */
record QualityDashboard(
        LocalDate from,
        LocalDate to,
        String zone,
        Figures figures,
        List<ReasonCount> reasons,
        List<Count> troubles,
        List<Integer> stars,
        List<Count> issues,
        List<DayFigures> days,
        List<DoctorChoice> doctors) {
    record ReasonCount(EndReason reason, int count) {}

    record Count(String what, int count) {}

    record DayFigures(LocalDate day, Figures figures) {}

    record DoctorChoice(UUID id, String name) {}

    private static final int FIVE = 5;

    static QualityDashboard of(Span span, List<Held> calls, List<DoctorChoice> doctors) {
        Map<LocalDate, List<Held>> byDay =
                calls.stream().collect(Collectors.groupingBy(call -> span.dayOf(call.endedAt())));
        List<Given> ratings =
                calls.stream().flatMap(call -> call.ratings().stream()).toList();
        return new QualityDashboard(
                span.from(),
                span.to(),
                span.zone().getId(),
                Figures.of(calls),
                counted(calls.stream().map(Held::reason)).entrySet().stream()
                        .map(e -> new ReasonCount(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingInt(ReasonCount::count)
                                .reversed()
                                .thenComparing(ReasonCount::reason))
                        .toList(),
                counts(calls.stream()
                        .map(call -> call.verdict().trouble())
                        .filter(Objects::nonNull)
                        .map(trouble -> trouble.cause())),
                IntStream.rangeClosed(1, FIVE)
                        .mapToObj(n -> (int) ratings.stream()
                                .filter(given -> given.stars() == n)
                                .count())
                        .toList(),
                counts(ratings.stream().flatMap(given -> given.issues().stream())),
                span.days().stream()
                        .map(day -> new DayFigures(day, Figures.of(byDay.getOrDefault(day, List.of()))))
                        .toList(),
                doctors);
    }

    private static List<Count> counts(Stream<String> words) {
        return counted(words).entrySet().stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::what))
                .toList();
    }

    private static <T> Map<T, Integer> counted(Stream<T> all) {
        return all.collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(one -> 1)));
    }
}
