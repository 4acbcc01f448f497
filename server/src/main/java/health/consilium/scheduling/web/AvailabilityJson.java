package health.consilium.scheduling.web;

import health.consilium.identity.UserView;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Span;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor publishes.
 *
 * @param zone in which the hours are meant: the doctor's
 * @param week by weekday and beginning
 */
record AvailabilityJson(
        UUID doctor,
        String name,
        String zone,
        int slotMinutes,
        int bufferMinutes,
        int noticeMinutes,
        int aheadDays,
        List<HoursJson> week,
        List<KnownException> exceptions,
        List<String> languages,
        String sentence) {
    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /**
     * @param weekday 1 is Monday
     * @param to 00:00 is the end of the day
     */
    record HoursJson(
            @NotNull @Min(1) @Max(7) Integer weekday,
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {
        static Map<DayOfWeek, List<Span>> week(List<HoursJson> all) {
            Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
            all.forEach(one -> week.computeIfAbsent(DayOfWeek.of(one.weekday), day -> new ArrayList<>())
                    .add(new Span(LocalTime.parse(one.from), LocalTime.parse(one.to))));
            return week;
        }
    }

    /** @param lastDay inclusive; from and to are left out where the days are off */
    record ExceptionJson(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull DayException.Kind kind,
            @Nullable @Pattern(regexp = TIME) String from,
            @Nullable @Pattern(regexp = TIME) String to) {
        DayException exception() {
            boolean hours = from != null && to != null;
            return new DayException(
                    firstDay, lastDay, kind, hours ? new Span(LocalTime.parse(from), LocalTime.parse(to)) : null);
        }
    }

    /** An exception by its id. */
    record KnownException(
            UUID id,
            LocalDate firstDay,
            LocalDate lastDay,
            DayException.Kind kind,
            @Nullable String from,
            @Nullable String to) {
        static KnownException of(Availability.Dated dated) {
            DayException what = dated.what();
            Span span = what.span();
            return new KnownException(
                    dated.id(),
                    what.first(),
                    what.last(),
                    what.kind(),
                    span == null ? null : span.from().toString(),
                    span == null ? null : span.to().toString());
        }
    }

    static AvailabilityJson of(UserView doctor, Availability a) {
        return new AvailabilityJson(
                doctor.id().value(),
                doctor.displayName(),
                doctor.zone().getId(),
                a.slotMinutes(),
                a.bufferMinutes(),
                a.noticeMinutes(),
                a.aheadDays(),
                Stream.of(DayOfWeek.values())
                        .flatMap(day -> a.week().getOrDefault(day, List.of()).stream()
                                .map(span -> new HoursJson(
                                        day.getValue(),
                                        span.from().toString(),
                                        span.to().toString())))
                        .toList(),
                a.exceptions().stream().map(KnownException::of).toList(),
                a.languages(),
                a.sentence());
    }
}
