package health.consilium.consultation.store;

import health.consilium.consultation.CallLogEntry;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Happening;
import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table consultation_log: who, when, how long, and why it ended (row L7). */
@Repository
public class CallLog {
    private final JdbcClient jdbc;

    CallLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Consultation consultation, Happening happening, Instant at) {
        switch (happening) {
            case Happening.Opened h -> write(consultation, at, "OPENED", null, "");
            case Happening.Came h -> write(consultation, at, "CAME", h.who(), "");
            case Happening.Rang h -> write(consultation, at, "RANG", h.by(), "");
            case Happening.RingAccepted h -> write(consultation, at, "ACCEPTED", consultation.other(h.caller()), "");
            case Happening.RingDeclined h ->
                write(
                        consultation,
                        at,
                        "DECLINED",
                        consultation.other(h.caller()),
                        h.why().name());
            case Happening.RingCancelled h -> write(consultation, at, "RING_CANCELLED", h.caller(), "");
            case Happening.RingMissed h -> write(consultation, at, "MISSED", consultation.other(h.caller()), "");
            case Happening.WentLive h -> write(consultation, at, "LIVE", null, "");
            case Happening.DroppedOut h -> write(consultation, at, "DROPPED_OUT", h.who(), "");
            case Happening.CameBack h -> write(consultation, at, "BACK", null, "");
            case Happening.GraceOver h -> write(consultation, at, "GRACE_OVER", null, "");
            case Happening.Left h -> write(consultation, at, "LEFT", h.who(), "");
            case Happening.Extended h ->
                write(consultation, at, "EXTENDED", consultation.doctor(), String.valueOf(h.minutes()));
            case Happening.Rescheduled h -> write(consultation, at, "RESCHEDULED", null, "");
            case Happening.Warned h -> write(consultation, at, "WARNED", null, String.valueOf(h.minutesLeft()));
            case Happening.Finished h ->
                write(consultation, at, "ENDED", null, h.reason().name());
        }
    }

    public List<CallLogEntry> of(ConsultationId consultation) {
        return jdbc.sql("select at, kind, who, detail from consultation_log where consultation = ? order by number")
                .param(consultation.value())
                .query((row, n) -> new CallLogEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getObject("who", UUID.class),
                        row.getString("detail")))
                .list();
    }

    /** The last ring that each of these missed, as long as they did nothing about it. */
    public Map<ConsultationId, Instant> missedRings(UserId person, Collection<ConsultationId> consultations) {
        if (consultations.isEmpty()) {
            return Map.of();
        }
        Map<ConsultationId, Instant> missed = new HashMap<>();
        jdbc.sql("select missed.consultation, max(missed.at) as at from consultation_log missed"
                        + " where missed.consultation in (:ids) and missed.kind = 'MISSED' and missed.who = :person"
                        + " and not exists (select from consultation_log later"
                        + " where later.consultation = missed.consultation and later.number > missed.number"
                        + " and later.who = :person and later.kind in ('CAME', 'ACCEPTED', 'DECLINED'))"
                        + " group by missed.consultation")
                .param("ids", consultations.stream().map(ConsultationId::value).toList())
                .param("person", person.value())
                .query(row -> {
                    missed.put(
                            new ConsultationId(row.getObject("consultation", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return missed;
    }

    /** The row of the consultation is locked, so the next number is ours. */
    private void write(Consultation consultation, Instant at, String kind, @Nullable UserId who, String detail) {
        jdbc.sql("insert into consultation_log select :id, coalesce(max(number), 0) + 1, :at::timestamptz, :kind,"
                        + " :who::uuid, :detail from consultation_log where consultation = :id")
                .param("id", consultation.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("who", who == null ? null : who.toString())
                .param("detail", detail)
                .update();
    }
}
