package health.consilium.consultation.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, in their own zone. */
final class TimeWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private TimeWords() {}

    static String when(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String day = time.toLocalDate().equals(today)
                ? "today"
                : time.toLocalDate().equals(today.plusDays(1)) ? "tomorrow" : DAY.format(time);
        return day + " at " + TIME.format(time) + " (" + zone.getId() + ")";
    }
}
