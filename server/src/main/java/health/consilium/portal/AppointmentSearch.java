package health.consilium.portal;

import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.scheduling.AppointmentFinder;
import health.consilium.scheduling.AppointmentFinder.Page;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds appointments among all of the clinic's: each module searches its own table, and only ids pass between them. */
@Component
class AppointmentSearch {
    private static final int PAGE = 25;

    private final AppointmentFinder appointments;
    private final Users users;
    private final Payments payments;

    AppointmentSearch(AppointmentFinder appointments, Users users, Payments payments) {
        this.appointments = appointments;
        this.users = users;
        this.payments = payments;
    }

    /**
     * What is looked for; null: whatever it is.
     *
     * @param person a part of the patient's or the doctor's name; empty: whoever they are
     * @param from start at or after this
     * @param to start before this
     */
    record Wanted(
            String person,
            @Nullable UserId doctor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AppointmentStatus status,
            @Nullable PaymentStatus payment) {}

    /** By start; the latest first unless it is said from when on. */
    Page find(Wanted wanted, int page) {
        Set<AppointmentId> among = null;
        Set<AppointmentId> without = null;
        if (wanted.payment() == PaymentStatus.UNPAID) {
            // Who never began to pay has no payment yet.
            without = payments.withStatus(EnumSet.complementOf(EnumSet.of(PaymentStatus.UNPAID)));
        } else if (wanted.payment() != null) {
            among = payments.withStatus(EnumSet.of(wanted.payment()));
        }
        Set<UserId> people = wanted.person().isBlank() ? null : users.named(wanted.person());
        return appointments.find(
                new AppointmentFinder.Wanted(
                        people, wanted.doctor(), wanted.from(), wanted.to(), wanted.status(), among, without, null),
                page,
                PAGE);
    }
}
