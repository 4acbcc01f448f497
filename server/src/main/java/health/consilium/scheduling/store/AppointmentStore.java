package health.consilium.scheduling.store;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table scheduling_appointment. */
@Repository
@Transactional
class AppointmentStore implements Appointments {
    private static final String SELECT = "select * from scheduling_appointment ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentStore(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
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
        oneAtATime(doctor);
        noOverlap(() -> jdbc.sql("insert into scheduling_appointment values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        patient.value(),
                        doctor.value(),
                        utc(start),
                        utc(end),
                        reason,
                        AppointmentStatus.BOOKED.name(),
                        utc(clock.instant()))
                .update());
        events.publishEvent(new AppointmentBooked(appointment));
        return appointment;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(AppointmentStore::appointment)
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
        return jdbc.sql(SELECT + "where patient = ? or doctor = ? order by starts_at")
                .params(person.value(), person.value())
                .query(AppointmentStore::appointment)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appointment> between(Instant from, Instant to) {
        return jdbc.sql(SELECT + "where starts_at >= ? and starts_at < ? order by starts_at")
                .params(utc(from), utc(to))
                .query(AppointmentStore::appointment)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextStartOf(UserId doctor, Instant from) {
        return jdbc.sql("select min(starts_at) as next from scheduling_appointment"
                        + " where doctor = ? and status = 'BOOKED' and starts_at >= ?")
                .params(doctor.value(), utc(from))
                .query((row, n) -> Optional.ofNullable(row.getObject("next", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    @Override
    public void close(AppointmentId id, AppointmentStatus outcome) {
        int changed = jdbc.sql("update scheduling_appointment set status = ? where id = ? and status = 'BOOKED'")
                .params(outcome.name(), id.value())
                .update();
        if (changed == 1 && outcome == AppointmentStatus.CANCELLED) {
            events.publishEvent(new AppointmentCancelled(find(id).orElseThrow()));
        }
    }

    @Override
    public void extendTo(AppointmentId id, Instant end) {
        find(id).map(Appointment::doctor).ifPresent(this::oneAtATime);
        noOverlap(() -> jdbc.sql("update scheduling_appointment set ends_at = ? where id = ?")
                .params(utc(end), id.value())
                .update());
    }

    /**
     * Two that insert overlapping slots at once would wait for each other in the constraint until PostgreSQL breaks the
     * deadlock a second later. With this lock the loser learns it at once, and by its right name.
     */
    private void oneAtATime(UserId doctor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('scheduling ' || ?, 0))")
                .param(doctor.toString())
                .query((row, n) -> true)
                .list();
    }

    private static void noOverlap(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("scheduling_no_overlap")) {
                throw new Problem(
                        ErrorCode.SLOT_TAKEN, "Somebody else has just taken this time. Please choose another one.");
            }
            throw e;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("patient", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                AppointmentStatus.valueOf(row.getString("status")));
    }
}
