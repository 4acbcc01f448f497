package health.consilium.scheduling.booking;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentRescheduled;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.scheduling.Bookings;
import health.consilium.scheduling.Canceller;
import health.consilium.scheduling.Intake;
import health.consilium.scheduling.SchedulingProperties;
import health.consilium.scheduling.Slot;
import health.consilium.scheduling.domain.Rules;
import health.consilium.scheduling.spi.ChangeGuard;
import health.consilium.scheduling.store.BookingStore;
import health.consilium.scheduling.store.ChangeStore;
import health.consilium.scheduling.store.IntakeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody locks in the same order: what guards lock, the doctor, the patient, the appointment. */
@Service
@Transactional
class BookingService implements Bookings {
    private static final int OFFERED_INSTEAD = 3;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Appointments appointments;
    private final BookingStore store;
    private final ChangeStore changes;
    private final IntakeStore intakes;
    private final FreeTimes times;
    private final ChangeRules rules;
    private final HoldWakeUps wakeUps;
    private final Users users;
    private final SchedulingProperties settings;
    private final ObjectProvider<ChangeGuard> guards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingService(
            Appointments appointments,
            BookingStore store,
            ChangeStore changes,
            IntakeStore intakes,
            FreeTimes times,
            ChangeRules rules,
            HoldWakeUps wakeUps,
            Users users,
            SchedulingProperties settings,
            ObjectProvider<ChangeGuard> guards,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.store = store;
        this.changes = changes;
        this.intakes = intakes;
        this.times = times;
        this.rules = rules;
        this.wakeUps = wakeUps;
        this.users = users;
        this.settings = settings;
        this.guards = guards;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Slot> free(UserId doctor, Instant from, Instant to, int most, CurrentUser viewer) {
        UserView known = person(doctor, Role.DOCTOR);
        return times.rules(known)
                .map(all -> viewer.is(Role.PATIENT) ? all : all.atAnyNotice())
                .map(all -> times.free(all, doctor, patient(viewer), null, from, to, most))
                .orElse(List.of());
    }

    @Override
    public Appointment book(Wish wish, CurrentUser by) {
        UserView doctor = person(wish.doctor(), Role.DOCTOR);
        person(wish.patient(), Role.PATIENT);
        lock(wish.doctor(), wish.patient());
        boolean staff = by.is(Role.ADMIN);
        if (!staff && appointments.heldBy(wish.patient()).size() >= settings.holdsAtOnce()) {
            throw new Problem(
                    ErrorCode.TOO_MANY_HOLDS,
                    "You have chosen " + settings.holdsAtOnce()
                            + " times that are not paid yet. Please pay or give up one of them first.");
        }
        Rules published = published(doctor, by);
        Slot slot = free(published, doctor.id(), wish.patient(), null, wish.start());
        Instant heldUntil = staff ? null : clock.instant().plus(settings.hold());
        Appointment appointment = new Appointment(
                new AppointmentId(UUID.randomUUID()),
                wish.patient(),
                wish.doctor(),
                slot.start(),
                slot.end(),
                wish.reason(),
                staff ? AppointmentStatus.BOOKED : AppointmentStatus.HELD,
                heldUntil,
                0);
        store.insert(appointment, published.buffer());
        intakes.save(appointment.id(), wish.patient(), wish.intake());
        if (heldUntil == null) {
            events.publishEvent(new AppointmentBooked(appointment));
        } else {
            wakeUps.arm(appointment.id(), heldUntil);
        }
        return appointment;
    }

    @Override
    public Appointment move(AppointmentId id, Instant start, String reason, CurrentUser by) {
        Appointment found = mine(id, by);
        rules.mayMove(found, by, clock.instant());
        if (found.status().firm()) {
            guards.forEach(guard -> guard.beforeChange(id));
        }
        UserView doctor = person(found.doctor(), Role.DOCTOR);
        lock(found.doctor(), found.patient());
        Appointment before = store.lock(id).orElseThrow();
        rules.mayMove(before, by, clock.instant());
        Rules published = published(doctor, by);
        Slot slot = free(published, doctor.id(), before.patient(), id, start);
        if (slot.start().equals(before.start())) {
            return before;
        }
        store.move(id, slot.start(), slot.end(), published.buffer());
        changes.write(id, by.id(), ChangeStore.Kind.MOVED, before.start(), reason);
        Appointment after = appointments.find(id).orElseThrow();
        if (after.status().firm()) {
            events.publishEvent(new AppointmentRescheduled(before, after, reason));
        }
        return after;
    }

    @Override
    public void cancel(AppointmentId id, String reason, CurrentUser by) {
        Appointment found = mine(id, by);
        Canceller canceller = switch (by.role()) {
            case PATIENT -> Canceller.PATIENT;
            case DOCTOR -> Canceller.DOCTOR;
            case ADMIN -> Canceller.CLINIC;
        };
        appointments.cancel(id, canceller, by.id(), rules.refund(found, by, clock.instant()), reason);
    }

    @Override
    public Changes changes(Appointment appointment, CurrentUser who) {
        return rules.changes(appointment, who, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> lastReason(AppointmentId id) {
        return changes.lastReason(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Intake needsOf(UserId patient) {
        return intakes.lastOf(patient).orElse(Intake.NOTHING);
    }

    /** The end of a hold has come, or nothing has. */
    void lapse(AppointmentId id) {
        store.lapse(id);
    }

    private void lock(UserId doctor, UserId patient) {
        store.oneAtATime(doctor);
        store.lapse(doctor);
        store.oneAtATime(patient);
    }

    private Rules published(UserView doctor, CurrentUser by) {
        Rules all = times.rules(doctor)
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This doctor cannot be booked here. Please choose another one."));
        return by.is(Role.ADMIN) ? all.atAnyNotice() : all;
    }

    /** Exactly the slot that begins then. */
    private Slot free(Rules published, UserId doctor, UserId patient, @Nullable AppointmentId moving, Instant start) {
        Optional<Slot> slot = times.free(published, doctor, null, moving, start, start.plus(A_MOMENT), 1).stream()
                .filter(one -> one.start().equals(start))
                .findFirst();
        Slot found = slot.orElseThrow(() -> taken(published, doctor, patient, moving, start));
        boolean busy = store.busyPatient(patient, found.start(), found.end()).stream()
                .anyMatch(other -> !other.appointment().equals(moving));
        if (busy) {
            throw new Problem(
                    ErrorCode.PATIENT_BUSY,
                    "There is another appointment of the same patient at this time. Please choose another time.");
        }
        return found;
    }

    private Problem taken(
            Rules published, UserId doctor, UserId patient, @Nullable AppointmentId moving, Instant start) {
        List<String> next = times.free(published, doctor, patient, moving, start, Instant.MAX, OFFERED_INSTEAD).stream()
                .map(slot -> slot.start().toString())
                .toList();
        Problem plain = BookingStore.taken();
        return new Problem(plain.code(), plain.sentence(), Map.of("next", next));
    }

    private Appointment mine(AppointmentId id, CurrentUser who) {
        return appointments
                .find(id)
                .filter(appointment -> appointment.isParticipant(who.id()) || who.is(Role.ADMIN))
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }

    private UserView person(UserId id, Role role) {
        return users.find(id)
                .filter(person -> person.role() == role)
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND,
                        role == Role.DOCTOR
                                ? "This doctor cannot be booked here. Please choose another one."
                                : "This patient is not known here."));
    }

    private static @Nullable UserId patient(CurrentUser viewer) {
        return viewer.is(Role.PATIENT) ? viewer.id() : null;
    }
}
