package health.consilium.scheduling.booking;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Span;
import health.consilium.scheduling.store.AvailabilityStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class AvailabilityService implements Availabilities {
    private final AvailabilityStore store;
    private final Clock clock;

    AvailabilityService(AvailabilityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Availability> of(UserId doctor) {
        return Optional.ofNullable(store.ofAll(Set.of(doctor), yesterday()).get(doctor));
    }

    @Override
    public Map<UserId, Availability> all() {
        return store.ofAll(store.doctors(), yesterday());
    }

    @Override
    public void publish(UserId doctor, Availability availability) {
        availability.week().values().forEach(AvailabilityService::check);
        store.save(doctor, availability);
    }

    @Override
    public UUID except(UserId doctor, DayException exception) {
        Span span = exception.span();
        if (exception.last().isBefore(exception.first())) {
            throw refused("The last day is before the first one.");
        }
        if ((exception.kind() == DayException.Kind.OFF) != (span == null)) {
            throw refused("A day off has no hours, and other hours need a beginning and an end.");
        }
        if (span != null) {
            check(List.of(span));
        }
        if (of(doctor).isEmpty()) {
            store.save(doctor, Availability.NONE);
        }
        UUID id = UUID.randomUUID();
        store.add(id, doctor, exception);
        return id;
    }

    @Override
    public boolean withdraw(UserId doctor, UUID exception) {
        return store.remove(doctor, exception);
    }

    private static void check(List<Span> day) {
        List<Span> sorted =
                day.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Span span = sorted.get(i);
            if (!span.valid()) {
                throw refused("From " + span.from() + " to " + span.to()
                        + " ends before it begins. Times after midnight belong to the next day.");
            }
            if (i > 0 && sorted.get(i - 1).overlaps(span)) {
                throw refused("The times from " + sorted.get(i - 1).from() + " and from " + span.from()
                        + " of the same day overlap. Please make one of them.");
            }
        }
    }

    private static Problem refused(String words) {
        return new Problem(ErrorCode.HOURS_REFUSED, words);
    }

    /** Wherever the doctor is, nothing that is today is over. */
    private LocalDate yesterday() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }
}
