package health.consilium.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times as people say them, in their language and zone. */
final class TimeWords {
    private final Locale locale;
    private final ZoneId zone;

    TimeWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** With the day of the week and the year. */
    String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone))
                .replace('\u202f', '\u00a0');
    }

    /** The zone's name at that time, for example "Central European Summer Time". */
    String zone(Instant instant) {
        return DateTimeFormatter.ofPattern("zzzz", locale).format(instant.atZone(zone));
    }

    /** Whether a clock in the other zone shows something else then. */
    boolean differs(ZoneId other, Instant instant) {
        return !zone.getRules().getOffset(instant).equals(other.getRules().getOffset(instant));
    }
}
