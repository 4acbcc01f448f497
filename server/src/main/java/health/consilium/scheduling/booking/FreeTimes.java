package health.consilium.scheduling.booking;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.Slot;
import health.consilium.scheduling.domain.Rules;
import health.consilium.scheduling.domain.Slots;
import health.consilium.scheduling.domain.Slots.Taken;
import health.consilium.scheduling.store.BookingStore;
import health.consilium.scheduling.store.BookingStore.Busy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the database what is taken, and the domain what is then free. */
@Component
class FreeTimes {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Availabilities availabilities;
    private final BookingStore store;
    private final Clock clock;

    FreeTimes(Availabilities availabilities, BookingStore store, Clock clock) {
        this.availabilities = availabilities;
        this.store = store;
        this.clock = clock;
    }

    /** Nothing when the doctor has published nothing. */
    Optional<Rules> rules(UserView doctor) {
        return availabilities.of(doctor.id()).filter(Availability::open).map(a -> rules(doctor, a));
    }

    static Rules rules(UserView doctor, Availability a) {
        return new Rules(
                doctor.zone(),
                a.week(),
                a.exceptions().stream().map(Availability.Dated::what).toList(),
                Duration.ofMinutes(a.slotMinutes()),
                Duration.ofMinutes(a.bufferMinutes()),
                Duration.ofMinutes(a.noticeMinutes()),
                Duration.ofDays(a.aheadDays()));
    }

    /**
     * @param patient whose own appointments are not offered as free, or null
     * @param moving an appointment that does not stand in its own way, or null
     */
    List<Slot> free(
            Rules rules,
            UserId doctor,
            @Nullable UserId patient,
            @Nullable AppointmentId moving,
            Instant from,
            Instant to,
            int most) {
        Instant end = earliest(to, clock.instant().plus(rules.ahead())).plus(A_DAY);
        Stream<Busy> own = patient == null ? Stream.of() : store.busyPatient(patient, from, end).stream();
        List<Taken> taken = Stream.concat(store.busy(doctor, from.minus(A_DAY), end).stream(), own)
                .filter(busy -> !busy.appointment().equals(moving))
                .map(busy -> new Taken(busy.from(), busy.until()))
                .toList();
        return Slots.free(rules, taken, clock.instant(), from, to, most);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
