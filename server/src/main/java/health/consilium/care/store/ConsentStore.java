package health.consilium.care.store;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.care.ConsentAnswer;
import health.consilium.care.ConsentAnswer.Kind;
import health.consilium.care.ConsentAnswered;
import health.consilium.identity.UserId;
import health.consilium.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tables care_consent and care_consent_text. */
@Repository
@Transactional
public class ConsentStore {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    public ConsentAnswer add(UserId patient, ConsentText read, Kind answer, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String sha256 = keep(read.text());
        ConsentAnswer added =
                new ConsentAnswer(UUID.randomUUID(), read.version(), read.language(), answer, sha256, now);
        jdbc.sql("insert into care_consent (id, patient, version, language, answer, text, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        added.id(),
                        patient.value(),
                        added.version(),
                        added.language(),
                        answer.name(),
                        sha256,
                        now.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(AuditEntry.of(by, Action.CONFIRMED, Subject.CONSENT, added.id())
                .about(patient.value())
                .with("answer", answer)
                .with("version", read.version())
                .with("language", read.language()));
        events.publishEvent(new ConsentAnswered(patient, added));
        return added;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ConsentAnswer> of(UserId patient) {
        return jdbc.sql("select * from care_consent where patient = ? order by seq desc")
                .param(patient.value())
                .query(ConsentStore::answer)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ConsentAnswer> newest(UserId patient, Instant before) {
        return jdbc.sql("select * from care_consent where patient = ? and at < ? order by seq desc limit 1")
                .params(patient.value(), before.atOffset(ZoneOffset.UTC))
                .query(ConsentStore::answer)
                .optional();
    }

    /** What that answer was given to. */
    @Transactional(readOnly = true)
    public Optional<String> textOf(ConsentAnswer answer) {
        return jdbc.sql("select text from care_consent_text where sha256 = ?")
                .param(answer.sha256())
                .query(String.class)
                .optional();
    }

    private String keep(String text) {
        String sha256 = Sha256.hex(text);
        jdbc.sql("insert into care_consent_text values (?, ?) on conflict do nothing")
                .params(sha256, text)
                .update();
        return sha256;
    }

    private static ConsentAnswer answer(ResultSet row, int number) throws SQLException {
        return new ConsentAnswer(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("language"),
                Kind.valueOf(row.getString("answer")),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
