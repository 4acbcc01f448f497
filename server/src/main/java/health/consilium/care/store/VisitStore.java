package health.consilium.care.store;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.care.Visit;
import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table care_visit. */
@Repository
public class VisitStore {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    VisitStore(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the patient said.
     *
     * @param fresh for this visit, and not long before it
     */
    public record Stated(Visit visit, Instant at, boolean fresh) {}

    /** @param by who said it: the patient, or whoever writes it down for them */
    @Transactional
    public void save(Appointment appointment, Visit visit, Actor by) {
        audit.record(AuditEntry.of(by, Action.CHANGED, Subject.ADDRESS, appointment.id())
                .about(appointment.patient().value()));
        jdbc.sql("insert into care_visit values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (appointment) do update set"
                        + " address = excluded.address, country = excluded.country, call_back = excluded.call_back,"
                        + " contact_name = excluded.contact_name, contact_phone = excluded.contact_phone,"
                        + " ends_at = excluded.ends_at, stated_at = excluded.stated_at")
                .param(appointment.id().value())
                .param(appointment.patient().value())
                .param(visit.address())
                .param(visit.country())
                .param(visit.callBack())
                .param(visit.contactName())
                .param(visit.contactPhone())
                .param(appointment.end().atOffset(ZoneOffset.UTC))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Stated> of(Appointment appointment) {
        Instant since = Doorway.freshSince(appointment);
        return jdbc.sql("select * from care_visit where appointment = ?")
                .param(appointment.id().value())
                .query((row, n) -> stated(row, since))
                .optional();
    }

    /** What the patient said last, at whichever visit: to be confirmed, not to be relied on. */
    public Optional<Stated> last(UserId patient) {
        return jdbc.sql("select * from care_visit where patient = ? order by stated_at desc limit 1")
                .param(patient.value())
                .query((row, n) -> stated(row, Instant.MAX))
                .optional();
    }

    public void forget(AppointmentId appointment) {
        jdbc.sql("delete from care_visit where appointment = ?")
                .param(appointment.value())
                .update();
    }

    private static Stated stated(ResultSet row, Instant freshSince) throws SQLException {
        Instant at = row.getObject("stated_at", OffsetDateTime.class).toInstant();
        return new Stated(
                new Visit(
                        row.getString("address"),
                        row.getString("country"),
                        row.getString("call_back"),
                        row.getString("contact_name"),
                        row.getString("contact_phone")),
                at,
                !at.isBefore(freshSince));
    }
}
