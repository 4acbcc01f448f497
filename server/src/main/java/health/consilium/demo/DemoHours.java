package health.consilium.demo;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When the demo's doctors can be booked; every day has something, so that there is always something to try. */
@DemoMode
@Component
class DemoHours {
    private final Availabilities availabilities;

    DemoHours(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    void publish() {
        publish(
                DemoPeople.WEBER.id(),
                List.of("de", "en"),
                "Family doctor for all ages, with time for the whole story.",
                week(DayOfWeek.SUNDAY, span(8, 12), span(14, 18)));
        publish(
                DemoPeople.OKAFOR.id(),
                List.of("en", "fr"),
                "Hearts, blood pressure, and what to do about them in daily life.",
                week(DayOfWeek.SATURDAY, span(10, 13), span(16, 20)));
    }

    private void publish(UserId doctor, List<String> languages, String sentence, Map<DayOfWeek, List<Span>> week) {
        availabilities.publish(doctor, new Availability(20, 10, 60, 60, week, List.of(), languages, sentence));
    }

    private static Map<DayOfWeek, List<Span>> week(DayOfWeek shorter, Span morning, Span evening) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .collect(Collectors.toMap(
                        Function.identity(), day -> day == shorter ? List.of(evening) : List.of(morning, evening)));
    }

    private static Span span(int from, int to) {
        return new Span(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
