package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.HoldExpired;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The writing of table scheduling_appointment, one doctor at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class BookingStore {
    private static final String OPEN = "status in ('HELD', 'BOOKED')";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingStore(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A time in which somebody is not free, the pause after it included. */
    public record Busy(AppointmentId appointment, Instant from, Instant until) {}

    /**
     * Two that write overlapping times at once would wait for each other in the constraint until PostgreSQL breaks the
     * deadlock a second later. With this lock the loser learns it at once, and by its right name. A doctor is locked before
     * a patient.
     */
    public void oneAtATime(UserId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('scheduling ' || ?, 0))")
                .param(person.toString())
                .query((row, n) -> true)
                .list();
    }

    /** @throws Problem SLOT_TAKEN */
    public void insert(Appointment a, Duration buffer) {
        noOverlap(() -> jdbc.sql("insert into scheduling_appointment (id, patient, doctor, starts_at, ends_at, reason,"
                        + " status, created_at, held_until, blocked_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(a.id().value())
                .param(a.patient().value())
                .param(a.doctor().value())
                .param(utc(a.start()))
                .param(utc(a.end()))
                .param(a.reason())
                .param(a.status().name())
                .param(utc(clock.instant()))
                .param(orNull(a.heldUntil()))
                .param(utc(a.end().plus(buffer)))
                .update());
    }

    /** @throws Problem SLOT_TAKEN */
    public void move(AppointmentId id, Instant start, Instant end, Duration buffer) {
        noOverlap(() -> jdbc.sql("update scheduling_appointment set starts_at = ?, ends_at = ?, blocked_until = ?,"
                        + " revision = revision + 1 where id = ?")
                .params(utc(start), utc(end), utc(end.plus(buffer)), id.value())
                .update());
    }

    /** @throws Problem SLOT_TAKEN */
    void extend(AppointmentId id, Instant end) {
        noOverlap(() -> jdbc.sql("update scheduling_appointment set ends_at = ?,"
                        + " blocked_until = greatest(blocked_until, ?) where id = ?")
                .params(utc(end), utc(end), id.value())
                .update());
    }

    public Optional<Appointment> lock(AppointmentId id) {
        return jdbc.sql(Rows.SELECT + "where id = ? for update")
                .param(id.value())
                .query(Rows::appointment)
                .optional();
    }

    /** When the doctor is not free between the two; what is held but overdue does not count. */
    public List<Busy> busy(UserId doctor, Instant from, Instant to) {
        return busy("doctor", "blocked_until", doctor, from, to);
    }

    /** When the patient is not free between the two. */
    public List<Busy> busyPatient(UserId patient, Instant from, Instant to) {
        return busy("patient", "ends_at", patient, from, to);
    }

    private List<Busy> busy(String who, String until, UserId person, Instant from, Instant to) {
        return jdbc.sql("select id, starts_at, " + until + " as until from scheduling_appointment where " + who
                        + " = ? and " + OPEN + " and starts_at < ? and " + until + " > ?"
                        + " and (status = 'BOOKED' or held_until > ?) order by starts_at")
                .params(person.value(), utc(to), utc(from), utc(clock.instant()))
                .query((row, n) -> new Busy(
                        new AppointmentId(row.getObject("id", UUID.class)),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    Instant blockedUntil(AppointmentId id) {
        return jdbc.sql("select blocked_until from scheduling_appointment where id = ?")
                .param(id.value())
                .query((row, n) ->
                        row.getObject("blocked_until", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Frees what this doctor's patients have not paid in time, whether or not the timer has come by. */
    public void lapse(UserId doctor) {
        tell(jdbc.sql("update scheduling_appointment set status = 'EXPIRED'"
                        + " where doctor = ? and status = 'HELD' and held_until <= ? returning *")
                .params(doctor.value(), utc(clock.instant()))
                .query(Rows::appointment)
                .list());
    }

    /** Frees what is overdue of the same doctor, but for this one. */
    void lapseOthers(AppointmentId id) {
        tell(jdbc.sql("update scheduling_appointment other set status = 'EXPIRED' from scheduling_appointment own"
                        + " where own.id = ? and other.id <> own.id and other.doctor = own.doctor"
                        + " and other.status = 'HELD' and other.held_until <= ? returning other.*")
                .params(id.value(), utc(clock.instant()))
                .query(Rows::appointment)
                .list());
    }

    /** The same for one appointment. */
    public void lapse(AppointmentId id) {
        tell(jdbc.sql("update scheduling_appointment set status = 'EXPIRED'"
                        + " where id = ? and status = 'HELD' and held_until <= ? returning *")
                .params(id.value(), utc(clock.instant()))
                .query(Rows::appointment)
                .list());
    }

    /** Its patient does not want it any more. */
    void letGo(AppointmentId id) {
        tell(jdbc.sql("update scheduling_appointment set status = 'CANCELLED'"
                        + " where id = ? and status in ('HELD', 'EXPIRED') returning *")
                .param(id.value())
                .query(Rows::appointment)
                .list());
    }

    private void tell(List<Appointment> free) {
        free.forEach(appointment -> events.publishEvent(new HoldExpired(appointment)));
    }

    private static void noOverlap(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("scheduling_no_overlap")) {
                throw taken();
            }
            throw e;
        }
    }

    public static Problem taken() {
        return new Problem(ErrorCode.SLOT_TAKEN, "Somebody else has just taken this time. Please choose another one.");
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
