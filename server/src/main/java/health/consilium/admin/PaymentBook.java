package health.consilium.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.consilium.audit.NamesPatients;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.payment.Money;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.payment.Receipts;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was paid for the clinic's appointments, and what is owed back. */
@Component
class PaymentBook {
    private final Appointments appointments;
    private final Payments payments;
    private final Receipts receipts;
    private final Users users;

    PaymentBook(Appointments appointments, Payments payments, Receipts receipts, Users users) {
        this.appointments = appointments;
        this.payments = payments;
        this.receipts = receipts;
        this.users = users;
    }

    /** What is shown. */
    enum Show {
        ALL,
        /** All money that is owed back, of whatever time: none of it may be forgotten. */
        DUE,
        UNPAID,
        PAID,
        REFUNDED
    }

    /**
     * A sum that came.
     *
     * @param byHand whether only the staff can give it back
     * @param why it is owed back; empty while it is not
     */
    record SumJson(
            String provider,
            long amountMinor,
            String currency,
            Instant cameAt,
            Money.State state,
            boolean byHand,
            String why) {
        static SumJson of(Money money) {
            return new SumJson(
                    money.provider(),
                    money.amountMinor(),
                    money.currency(),
                    money.cameAt(),
                    money.state(),
                    money.byHand(),
                    money.why());
        }
    }

    /** The payment of an appointment. @param start null, like patient and doctor, when there is no such appointment here */
    record PaymentRowJson(
            @JsonIgnore @Nullable UUID patientId,
            UUID appointment,
            @Nullable Instant start,
            @Nullable String patient,
            @Nullable String doctor,
            PaymentStatus status,
            long amountMinor,
            String currency,
            @Nullable String receipt,
            List<SumJson> sums)
            implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return patientId == null ? List.of() : List.of(patientId);
        }
    }

    /** @param appointment null when there is none of that id */
    private record Shown(AppointmentId id, @Nullable Appointment appointment) {}

    List<PaymentRowJson> rows(Show show, Instant from, Instant to) {
        List<Shown> shown = show == Show.DUE ? due() : between(from, to);
        List<AppointmentId> ids = shown.stream().map(Shown::id).toList();
        Map<AppointmentId, Payment> status = payments.ofAll(ids);
        Map<AppointmentId, List<Money>> sums = payments.moneyOf(ids);
        Map<AppointmentId, String> numbers = receipts.numbers(ids);
        Map<UserId, UserView> people = people(shown);
        return shown.stream()
                .map(one -> row(
                        one,
                        Objects.requireNonNull(status.get(one.id())),
                        numbers.get(one.id()),
                        sums.getOrDefault(one.id(), List.of()),
                        people))
                .filter(row -> isShown(show, row.status()))
                .toList();
    }

    private static PaymentRowJson row(
            Shown shown, Payment payment, @Nullable String receipt, List<Money> sums, Map<UserId, UserView> people) {
        Appointment appointment = shown.appointment();
        return new PaymentRowJson(
                appointment == null ? null : appointment.patient().value(),
                shown.id().value(),
                appointment == null ? null : appointment.start(),
                appointment == null ? null : name(people, appointment.patient()),
                appointment == null ? null : name(people, appointment.doctor()),
                payment.status(),
                payment.amountMinor(),
                payment.currency(),
                receipt,
                sums.stream().map(SumJson::of).toList());
    }

    private static boolean isShown(Show show, PaymentStatus status) {
        return switch (show) {
            case ALL, DUE -> true;
            case UNPAID -> status == PaymentStatus.UNPAID;
            case PAID -> status == PaymentStatus.PAID;
            case REFUNDED -> status == PaymentStatus.REFUNDED;
        };
    }

    private List<Shown> between(Instant from, Instant to) {
        return appointments.between(from, to).stream()
                .sorted(Comparator.comparing(Appointment::start).reversed())
                .map(one -> new Shown(one.id(), one))
                .toList();
    }

    private List<Shown> due() {
        return payments.due().stream()
                .map(Money::appointment)
                .distinct()
                .map(id -> new Shown(id, appointments.find(id).orElse(null)))
                .toList();
    }

    private Map<UserId, UserView> people(List<Shown> shown) {
        Set<UserId> ids = new HashSet<>();
        for (Shown one : shown) {
            Appointment appointment = one.appointment();
            if (appointment != null) {
                ids.add(appointment.patient());
                ids.add(appointment.doctor());
            }
        }
        return users.findAll(ids);
    }

    private static @Nullable String name(Map<UserId, UserView> people, UserId id) {
        UserView person = people.get(id);
        return person == null ? null : person.displayName();
    }
}
