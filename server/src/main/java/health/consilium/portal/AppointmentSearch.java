package health.consilium.portal;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds appointments among all of the clinic's. */
@Component
class AppointmentSearch {
    private static final Duration HORIZON = Duration.ofDays(366);

    private final Appointments appointments;
    private final Users users;
    private final Payments payments;
    private final Clock clock;

    AppointmentSearch(Appointments appointments, Users users, Payments payments, Clock clock) {
        this.appointments = appointments;
        this.users = users;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * What is looked for; null: whatever it is.
     *
     * @param person a part of the patient's or the doctor's name; empty: whoever they are
     * @param from start at or after this; null: up to a year ago
     * @param to start before this; null: within a year
     */
    record Wanted(
            String person,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AppointmentStatus status,
            @Nullable PaymentStatus payment) {}

    /** By start; the latest first unless it is said from when on. */
    List<Appointment> find(Wanted wanted) {
        Instant now = clock.instant();
        Instant from = wanted.from() == null ? now.minus(HORIZON) : wanted.from();
        Instant to = wanted.to() == null ? now.plus(HORIZON) : wanted.to();
        List<Appointment> all = appointments.between(from, to).stream()
                .filter(one -> wanted.status() == null || one.status() == wanted.status())
                .toList();
        Comparator<Appointment> byStart = Comparator.comparing(Appointment::start);
        return all.stream()
                .filter(named(all, wanted.person()))
                .filter(paid(all, wanted.payment()))
                .sorted(wanted.from() == null ? byStart.reversed() : byStart)
                .toList();
    }

    private Predicate<Appointment> named(List<Appointment> all, String wanted) {
        if (wanted.isBlank()) {
            return one -> true;
        }
        Map<UserId, UserView> people = users.findAll(all.stream()
                .flatMap(one -> Stream.of(one.patient(), one.doctor()))
                .collect(Collectors.toSet()));
        return one -> fits(people, one.patient(), wanted) || fits(people, one.doctor(), wanted);
    }

    private static boolean fits(Map<UserId, UserView> people, UserId id, String wanted) {
        UserView person = people.get(id);
        return person != null && Names.fits(person.displayName(), wanted);
    }

    private Predicate<Appointment> paid(List<Appointment> all, @Nullable PaymentStatus wanted) {
        if (wanted == null) {
            return one -> true;
        }
        List<AppointmentId> ids = all.stream().map(Appointment::id).toList();
        Map<AppointmentId, Payment> known = payments.ofAll(ids);
        return one -> {
            Payment payment = known.get(one.id());
            return payment != null && payment.status() == wanted;
        };
    }
}
