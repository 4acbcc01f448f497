package health.consilium.care.store;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.care.CareRecord;
import health.consilium.care.IdentityConfirmed;
import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table care_identity: the doctor's tick. */
@Repository
@Transactional
public class IdentityStore {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    IdentityStore(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<CareRecord.Identity> of(AppointmentId appointment) {
        return jdbc.sql("select doctor, confirmed_at from care_identity where appointment = ?")
                .param(appointment.value())
                .query((row, n) -> new CareRecord.Identity(
                        new UserId(row.getObject("doctor", UUID.class)),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A second tick keeps the first one's time; telling the same again tells nobody. */
    public void tick(Appointment appointment, boolean confirmed, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int changed = confirmed
                ? jdbc.sql("insert into care_identity values (?, ?, ?) on conflict do nothing")
                        .params(appointment.id().value(), appointment.doctor().value(), now.atOffset(ZoneOffset.UTC))
                        .update()
                : jdbc.sql("delete from care_identity where appointment = ?")
                        .param(appointment.id().value())
                        .update();
        if (changed > 0) {
            audit.record(AuditEntry.of(
                            by, confirmed ? Action.CONFIRMED : Action.CANCELLED, Subject.IDENTITY, appointment.id())
                    .about(appointment.patient().value()));
            events.publishEvent(new IdentityConfirmed(
                    appointment.id(), appointment.patient(), appointment.doctor(), confirmed, now));
        }
    }
}
