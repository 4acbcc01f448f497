package health.consilium.portal;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationSummary;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payment;
import health.consilium.payment.Payments;
import health.consilium.portal.AppointmentJson.ChangesJson;
import health.consilium.portal.AppointmentJson.DevicesJson;
import health.consilium.portal.AppointmentJson.EntryJson;
import health.consilium.portal.AppointmentJson.PaymentJson;
import health.consilium.portal.AppointmentJson.PersonJson;
import health.consilium.portal.BookingController.IntakeJson;
import health.consilium.readiness.DeviceCheck;
import health.consilium.readiness.DeviceChecks;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.scheduling.Bookings;
import health.consilium.scheduling.Intake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Composes appointments for their viewers. */
@Service
class AppointmentPages {
    /** The desk sees so many days; older and later ones are searched for (searchAppointments, getHistory). */
    static final Duration AHEAD = Duration.ofDays(31);

    private static final Duration BACK = AHEAD;
    /** The longest that one of yesterday may go on. */
    private static final Duration STILL = Duration.ofDays(1);

    private final Appointments appointments;
    private final Users users;
    private final Payments payments;
    private final Consultations consultations;
    private final DeviceChecks checks;
    private final Bookings bookings;
    private final Clock clock;

    AppointmentPages(
            Appointments appointments,
            Users users,
            Payments payments,
            Consultations consultations,
            DeviceChecks checks,
            Bookings bookings,
            Clock clock) {
        this.appointments = appointments;
        this.users = users;
        this.payments = payments;
        this.consultations = consultations;
        this.checks = checks;
        this.bookings = bookings;
        this.clock = clock;
    }

    enum Scope {
        UPCOMING,
        PAST
    }

    List<AppointmentJson> list(CurrentUser who, Scope scope) {
        Instant now = clock.instant();
        List<Appointment> all = who.is(Role.ADMIN) ? ofTheClinic(scope, now) : appointments.of(who.id());
        Map<AppointmentId, ConsultationView> views = views(all);
        List<Appointment> held = scope == Scope.UPCOMING ? appointments.heldBy(who.id()) : List.of();
        List<Appointment> chosen = Stream.concat(all.stream(), held.stream())
                .filter(appointment -> who.reaches(appointment.id().value()))
                .filter(appointment -> over(appointment, views, now) == (scope == Scope.PAST))
                .sorted(Comparator.comparing(Appointment::start))
                .toList();
        List<AppointmentJson> pages = compose(chosen, views, who);
        return scope == Scope.PAST
                ? pages.stream()
                        .sorted(Comparator.comparing(AppointmentJson::start).reversed())
                        .toList()
                : pages;
    }

    /** What is still to come may be over already, when both have left. */
    private List<Appointment> ofTheClinic(Scope scope, Instant now) {
        return scope == Scope.UPCOMING
                ? appointments.between(now.minus(STILL), now.plus(AHEAD))
                : appointments.between(now.minus(BACK), now.plus(STILL));
    }

    AppointmentJson get(AppointmentId id, CurrentUser who) {
        List<Appointment> one = List.of(mine(id, who));
        return compose(one, views(one), who).getFirst();
    }

    /** These, in this order. */
    List<AppointmentJson> shown(List<Appointment> chosen, CurrentUser who) {
        return compose(chosen, views(chosen), who);
    }

    /** Unknown and foreign look the same. */
    Appointment mine(AppointmentId id, CurrentUser who) {
        return appointments
                .find(id)
                .filter(appointment -> appointment.isParticipant(who.id()) || who.is(Role.ADMIN))
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }

    private static boolean over(Appointment appointment, Map<AppointmentId, ConsultationView> views, Instant now) {
        ConsultationView view = views.get(appointment.id());
        return view == null
                ? appointment.status() == AppointmentStatus.CANCELLED || !now.isBefore(appointment.end())
                : view.ended() || !now.isBefore(view.endsAt());
    }

    private Map<AppointmentId, ConsultationView> views(Collection<Appointment> all) {
        return consultations.ofAppointments(all.stream().map(Appointment::id).toList()).stream()
                .collect(Collectors.toMap(ConsultationView::appointment, Function.identity()));
    }

    private List<AppointmentJson> compose(
            List<Appointment> chosen, Map<AppointmentId, ConsultationView> views, CurrentUser who) {
        List<AppointmentId> ids = chosen.stream().map(Appointment::id).toList();
        Known known = new Known(
                views,
                users.findAll(chosen.stream()
                        .flatMap(appointment -> Stream.of(appointment.patient(), appointment.doctor()))
                        .collect(Collectors.toSet())),
                payments.ofAll(ids),
                consultations.missedRings(
                        who.id(),
                        views.values().stream().map(ConsultationView::id).toList()),
                checks.ofAll(ids),
                appointments.intakesOf(ids));
        return chosen.stream().map(appointment -> page(appointment, known, who)).toList();
    }

    /** What the modules know about the appointments of one list, asked once for all of them. */
    private record Known(
            Map<AppointmentId, ConsultationView> views,
            Map<UserId, UserView> people,
            Map<AppointmentId, Payment> paid,
            Map<ConsultationId, Instant> missed,
            Map<AppointmentId, Map<UserId, DeviceCheck>> tested,
            Map<AppointmentId, Intake> intakes) {
        PersonJson person(UserId id) {
            return PersonJson.of(Objects.requireNonNull(people.get(id)));
        }

        PaymentJson payment(AppointmentId id) {
            Payment payment = Objects.requireNonNull(paid.get(id));
            return new PaymentJson(payment.status(), payment.amountMinor(), payment.currency());
        }

        @Nullable
        IntakeJson intake(AppointmentId id) {
            Intake intake = intakes.get(id);
            return intake == null ? null : IntakeJson.of(intake);
        }

        DevicesJson devices(Appointment appointment, UserId person) {
            return DevicesJson.of(
                    tested.getOrDefault(appointment.id(), Map.of()).get(person));
        }
    }

    private AppointmentJson page(Appointment appointment, Known known, CurrentUser who) {
        ConsultationView view = known.views.get(appointment.id());
        return new AppointmentJson(
                appointment.id().value(),
                known.person(appointment.patient()),
                known.person(appointment.doctor()),
                appointment.start(),
                appointment.end(),
                appointment.reason(),
                appointment.status(),
                appointment.heldUntil(),
                appointment.revision(),
                known.intake(appointment.id()),
                changes(appointment, who),
                known.payment(appointment.id()),
                view == null ? null : ConsultationSummary.of(view),
                view == null ? null : known.missed.get(view.id()),
                entry(appointment, view, who),
                known.devices(appointment, appointment.patient()),
                who.is(Role.PATIENT) ? null : known.devices(appointment, appointment.doctor()));
    }

    private ChangesJson changes(Appointment appointment, CurrentUser who) {
        Bookings.Changes may = bookings.changes(appointment, who);
        String said = appointment.revision() == 0
                ? null
                : bookings.lastReason(appointment.id()).orElse(null);
        return new ChangesJson(may.move(), may.moveUntil(), may.cancel(), may.refund(), may.refundUntil(), said);
    }

    private EntryJson entry(Appointment appointment, @Nullable ConsultationView known, CurrentUser who) {
        Optional<Problem> refusal = consultations.refusal(appointment.id(), who);
        // What is only held has none.
        ConsultationView view = known != null
                ? known
                : consultations.ofAppointment(appointment.id()).orElse(null);
        return new EntryJson(
                refusal.isEmpty(),
                refusal.map(problem -> problem.code().name()).orElse(null),
                refusal.map(Problem::sentence).orElse(null),
                view == null ? appointment.start() : view.opensAt(),
                view == null ? appointment.end() : view.endsAt());
    }
}
