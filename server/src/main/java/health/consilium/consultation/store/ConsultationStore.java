package health.consilium.consultation.store;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Phase;
import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table consultation_consultation. */
@Repository
public class ConsultationStore {
    private static final String SELECT = "select * from consultation_consultation ";

    private final JdbcClient jdbc;

    ConsultationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Consultation c, Instant now) {
        jdbc.sql("insert into consultation_consultation (id, appointment, patient, doctor, starts_at, ends_at, phase,"
                        + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        c.id().value(),
                        c.appointment().value(),
                        c.patient().value(),
                        c.doctor().value(),
                        utc(c.startsAt()),
                        utc(c.endsAt()),
                        c.phase().name().name(),
                        utc(now),
                        utc(now))
                .update();
    }

    public Optional<Stored> find(ConsultationId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(ConsultationRow::read)
                .optional();
    }

    /** Locks the row until the transaction ends: facts about one consultation come one after the other. */
    public Optional<Stored> lock(ConsultationId id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id.value())
                .query(ConsultationRow::read)
                .optional();
    }

    public Optional<Stored> ofAppointment(AppointmentId appointment) {
        return jdbc.sql(SELECT + "where appointment = ?")
                .param(appointment.value())
                .query(ConsultationRow::read)
                .optional();
    }

    public List<Stored> ofAppointments(Collection<AppointmentId> appointments) {
        return jdbc.sql(SELECT + "where appointment = any(?)")
                .param(appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query(ConsultationRow::read)
                .list();
    }

    /** By whether it is over: what ended before its window, and what has begun and has its window still. */
    public Map<Boolean, Set<AppointmentId>> againstTheClock(Instant now) {
        return jdbc
                .sql("select appointment, phase = 'ENDED' as over from consultation_consultation where ends_at > ?"
                        + " and (phase = 'ENDED' or starts_at <= ?)")
                .params(utc(now), utc(now))
                .query((row, n) ->
                        Map.entry(row.getBoolean("over"), new AppointmentId(row.getObject("appointment", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    public List<Stored> notEndedOf(UserId person) {
        return jdbc.sql(SELECT + "where phase <> 'ENDED' and (patient = ? or doctor = ?) order by starts_at")
                .params(person.value(), person.value())
                .query(ConsultationRow::read)
                .list();
    }

    public List<Stored> inProgress() {
        return jdbc.sql(SELECT + "where phase in ('WAITING', 'LIVE', 'INTERRUPTED')")
                .query(ConsultationRow::read)
                .list();
    }

    public List<Stored> endedBetween(Instant from, Instant to) {
        return jdbc.sql(SELECT + "where ended_at >= ? and ended_at < ? order by ended_at")
                .params(utc(from), utc(to))
                .query(ConsultationRow::read)
                .list();
    }

    /** Whether that person is in the middle of another conversation; whoever dropped out of it can be rung. */
    public boolean busy(UserId person, ConsultationId except) {
        return jdbc.sql("select 1 from consultation_consultation where phase in ('LIVE', 'INTERRUPTED')"
                        + " and (patient = :person or doctor = :person) and not (:person = any(absent))"
                        + " and id <> :except limit 1")
                .param("person", person.value())
                .param("except", except.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Writes the state and returns the new version. */
    public long update(Consultation c, Instant now) {
        Phase p = c.phase();
        Phase.Waiting waiting = p instanceof Phase.Waiting w ? w : null;
        Phase.Ring ring = waiting == null ? null : waiting.ringing();
        Phase.Interrupted interrupted = p instanceof Phase.Interrupted i ? i : null;
        Phase.Ended ended = p instanceof Phase.Ended e ? e : null;
        return jdbc.sql(
                        "update consultation_consultation set starts_at = :starts, ends_at = :ends, phase = :phase, present = :present,"
                                + " media_up = :mediaUp, ring_by = :ringBy, ring_since = :ringSince, absent = :absent,"
                                + " interrupted_at = :interruptedAt, end_reason = :endReason, ended_at = :endedAt,"
                                + " patient_came = :patientCame, doctor_came = :doctorCame, patient_rang_at = :patientRangAt,"
                                + " first_live_at = :firstLiveAt, warned = :warned, extended_minutes = :extended,"
                                + " version = version + 1, updated_at = :now where id = :id returning version")
                .param("starts", utc(c.startsAt()))
                .param("ends", utc(c.endsAt()))
                .param("phase", p.name().name())
                .param("present", ids(waiting == null ? Set.of() : waiting.present()))
                .param("mediaUp", ids(waiting == null ? Set.of() : waiting.mediaUp()))
                .param("ringBy", ring == null ? null : ring.by().value(), java.sql.Types.OTHER)
                .param(
                        "ringSince",
                        utcOrNull(ring == null ? null : ring.since()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("absent", ids(interrupted == null ? Set.of() : interrupted.absent()))
                .param(
                        "interruptedAt",
                        utcOrNull(interrupted == null ? null : interrupted.since()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("endReason", ended == null ? null : ended.reason().name(), java.sql.Types.VARCHAR)
                .param("endedAt", utcOrNull(ended == null ? null : ended.at()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("patientCame", c.history().patientCame())
                .param("doctorCame", c.history().doctorCame())
                .param("patientRangAt", utcOrNull(c.history().patientRangAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("firstLiveAt", utcOrNull(c.history().firstLiveAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("warned", c.history().warned())
                .param("extended", c.history().extendedMinutes())
                .param("now", utc(now))
                .param("id", c.id().value())
                .query(Long.class)
                .single();
    }

    private static UUID[] ids(Set<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
