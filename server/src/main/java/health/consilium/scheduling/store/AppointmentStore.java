package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.SELECT;
import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.scheduling.Canceller;
import health.consilium.scheduling.Intake;
import health.consilium.scheduling.spi.ChangeGuard;
import health.consilium.scheduling.store.BookingStore.Busy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table scheduling_appointment. */
@Repository
@Transactional
class AppointmentStore implements Appointments {
    /** What is firm is not held any more, also when it was given up later. */
    static final String FIRM = "status not in ('HELD', 'EXPIRED') and held_until is null";

    private final JdbcClient jdbc;
    private final BookingStore bookings;
    private final ChangeStore changes;
    private final IntakeStore intakes;
    private final ObjectProvider<ChangeGuard> guards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentStore(
            JdbcClient jdbc,
            BookingStore bookings,
            ChangeStore changes,
            IntakeStore intakes,
            ObjectProvider<ChangeGuard> guards,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.changes = changes;
        this.intakes = intakes;
        this.guards = guards;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Appointment book(UserId patient, UserId doctor, Instant start, Instant end, String reason) {
        return book(new AppointmentId(UUID.randomUUID()), patient, doctor, start, end, reason);
    }

    @Override
    public Appointment book(
            AppointmentId id, UserId patient, UserId doctor, Instant start, Instant end, String reason) {
        Appointment appointment = new Appointment(id, patient, doctor, start, end, reason, AppointmentStatus.BOOKED);
        bookings.oneAtATime(doctor);
        bookings.lapse(doctor);
        bookings.insert(appointment, Duration.ZERO);
        events.publishEvent(new AppointmentBooked(appointment));
        return appointment;
    }

    @Override
    public boolean confirm(AppointmentId id) {
        Optional<Appointment> found = find(id);
        if (found.isEmpty()) {
            return false;
        }
        bookings.oneAtATime(found.get().doctor());
        bookings.oneAtATime(found.get().patient());
        Appointment appointment = bookings.lock(id).orElseThrow();
        return switch (appointment.status()) {
            case BOOKED, COMPLETED, NO_SHOW -> true;
            case CANCELLED -> false;
            case HELD, EXPIRED -> stillFree(appointment) && firm(id);
        };
    }

    private boolean stillFree(Appointment a) {
        boolean late = a.heldUntil() == null || !clock.instant().isBefore(a.heldUntil());
        return clock.instant().isBefore(a.end())
                && (!late
                        || others(bookings.busy(a.doctor(), a.start(), bookings.blockedUntil(a.id())), a.id())
                                && others(bookings.busyPatient(a.patient(), a.start(), a.end()), a.id()));
    }

    private static boolean others(List<Busy> busy, AppointmentId own) {
        return busy.stream().allMatch(one -> one.appointment().equals(own));
    }

    private boolean firm(AppointmentId id) {
        bookings.lapseOthers(id);
        jdbc.sql("update scheduling_appointment set status = 'BOOKED', held_until = null where id = ?")
                .param(id.value())
                .update();
        events.publishEvent(new AppointmentBooked(find(id).orElseThrow()));
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Rows::appointment)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<AppointmentId> known(Collection<AppointmentId> ids) {
        return jdbc.sql("select id from scheduling_appointment where id = any(?)")
                .param(ids.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((row, n) -> new AppointmentId(row.getObject("id", UUID.class)))
                .set();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appointment> of(UserId person) {
        return jdbc.sql(SELECT + "where (patient = ? or doctor = ?) and " + FIRM + " order by starts_at")
                .params(person.value(), person.value())
                .query(Rows::appointment)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appointment> heldBy(UserId patient) {
        return jdbc.sql(SELECT + "where patient = ? and status = 'HELD' and held_until > ? order by starts_at")
                .params(patient.value(), utc(clock.instant()))
                .query(Rows::appointment)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appointment> between(Instant from, Instant to) {
        return jdbc.sql(SELECT + "where starts_at >= ? and starts_at < ? and " + FIRM + " order by starts_at")
                .params(utc(from), utc(to))
                .query(Rows::appointment)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextStartOf(UserId doctor, Instant from) {
        return jdbc.sql("select min(starts_at) as next from scheduling_appointment"
                        + " where doctor = ? and starts_at >= ?"
                        + " and (status = 'BOOKED' or status = 'HELD' and held_until > ?)")
                .params(doctor.value(), utc(from), utc(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getObject("next", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    @Override
    public void close(AppointmentId id, AppointmentStatus outcome) {
        if (outcome == AppointmentStatus.CANCELLED) {
            givenUp(id, Canceller.NOBODY, null, true, "");
        } else {
            jdbc.sql("update scheduling_appointment set status = ? where id = ? and status = 'BOOKED'")
                    .params(outcome.name(), id.value())
                    .update();
        }
    }

    @Override
    public void cancelled(AppointmentId id, Canceller by, boolean refundDue) {
        givenUp(id, by, null, refundDue, "");
    }

    @Override
    public void cancel(AppointmentId id, Canceller by, UserId person, boolean refundDue, String reason) {
        Appointment appointment = find(id).orElseThrow(() ->
                new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
        if (!appointment.status().firm()) {
            bookings.letGo(id);
        }
        guards.forEach(guard -> guard.beforeChange(id));
        givenUp(id, by, person, refundDue, reason);
    }

    private void givenUp(AppointmentId id, Canceller by, @Nullable UserId person, boolean refundDue, String reason) {
        jdbc.sql("update scheduling_appointment set status = 'CANCELLED', revision = revision + 1"
                        + " where id = ? and status = 'BOOKED' returning *")
                .param(id.value())
                .query(Rows::appointment)
                .optional()
                .ifPresent(gone -> {
                    changes.write(id, person, ChangeStore.Kind.CANCELLED, gone.start(), reason);
                    events.publishEvent(new AppointmentCancelled(gone, by, refundDue, reason));
                });
    }

    @Override
    public void extendTo(AppointmentId id, Instant end) {
        find(id).map(Appointment::doctor).ifPresent(doctor -> {
            bookings.oneAtATime(doctor);
            bookings.lapse(doctor);
        });
        bookings.extend(id, end);
    }

    @Override
    public Optional<Intake> intakeOf(AppointmentId id) {
        return Optional.ofNullable(intakes.ofAll(Set.of(id)).get(id));
    }

    @Override
    public Map<AppointmentId, Intake> intakesOf(Collection<AppointmentId> ids) {
        return intakes.ofAll(ids);
    }
}
