package health.consilium.admin;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days of somebody's calendar, first and last included. */
record Span(LocalDate from, LocalDate to, ZoneId zone) {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    /** What is not said: the last thirty days. */
    static Span of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone, Instant now) {
        LocalDate last = to == null ? LocalDate.ofInstant(now, zone) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (last.isBefore(first)) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "The first day comes after the last one. Please swap them.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please choose at most a year.");
        }
        return new Span(first, last, zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
