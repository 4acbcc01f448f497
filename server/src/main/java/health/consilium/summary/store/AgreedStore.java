package health.consilium.summary.store;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import health.consilium.summary.Summaries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables summary_draft, summary_version and summary_follow_up. */
@Repository
public class AgreedStore implements Summaries {
    private final JdbcClient jdbc;

    AgreedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Draft(String agreed, String nextStep, int revision, Instant savedAt) {}

    public record Version(
            int number, String agreed, String nextStep, UserId doctor, int draftRevision, Instant releasedAt) {}

    /** @param at when the doctor named a time */
    public record FollowUp(LocalDate day, @Nullable Instant at, String note, Instant proposedAt) {}

    public Optional<Draft> draft(AppointmentId appointment) {
        return drafts(appointment, "");
    }

    /** The same, and nobody else changes it until this transaction is over. */
    public Optional<Draft> lock(AppointmentId appointment) {
        return drafts(appointment, " for update");
    }

    private Optional<Draft> drafts(AppointmentId appointment, String lock) {
        return jdbc.sql("select * from summary_draft where appointment = ?" + lock)
                .param(appointment.value())
                .query((row, n) -> new Draft(
                        row.getString("agreed"),
                        row.getString("next_step"),
                        row.getInt("revision"),
                        instant(row, "saved_at")))
                .optional();
    }

    /** False when somebody has saved since the revision that the caller knows; 0: there was none yet. */
    public boolean save(AppointmentId appointment, String agreed, String nextStep, int known, Instant now) {
        String sql = known == 0
                ? "insert into summary_draft (agreed, next_step, saved_at, appointment, revision) values (?, ?, ?, ?, ? + 1)"
                        + " on conflict do nothing"
                : "update summary_draft set agreed = ?, next_step = ?, saved_at = ?, revision = revision + 1"
                        + " where appointment = ? and revision = ?";
        return jdbc.sql(sql)
                        .params(agreed, nextStep, at(now), appointment.value(), known)
                        .update()
                == 1;
    }

    public void release(AppointmentId appointment, Version version) {
        jdbc.sql("insert into summary_version values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        appointment.value(),
                        version.number(),
                        version.agreed(),
                        version.nextStep(),
                        version.doctor().value(),
                        version.draftRevision(),
                        at(version.releasedAt()))
                .update();
    }

    /** Oldest first. */
    public List<Version> versions(AppointmentId appointment) {
        return jdbc.sql("select * from summary_version where appointment = ? order by number")
                .param(appointment.value())
                .query((row, n) -> new Version(
                        row.getInt("number"),
                        row.getString("agreed"),
                        row.getString("next_step"),
                        new UserId(row.getObject("doctor", UUID.class)),
                        row.getInt("draft_revision"),
                        instant(row, "released_at")))
                .list();
    }

    public Optional<FollowUp> followUp(AppointmentId appointment) {
        return jdbc.sql("select * from summary_follow_up where appointment = ?")
                .param(appointment.value())
                .query((row, n) -> new FollowUp(
                        row.getObject("day", LocalDate.class),
                        row.getObject("at") == null ? null : instant(row, "at"),
                        row.getString("note"),
                        instant(row, "proposed_at")))
                .optional();
    }

    public void propose(AppointmentId appointment, FollowUp wish) {
        jdbc.sql("insert into summary_follow_up values (?, ?, ?, ?, ?) on conflict (appointment) do update"
                        + " set day = excluded.day, at = excluded.at, note = excluded.note,"
                        + " proposed_at = excluded.proposed_at")
                .param(appointment.value())
                .param(wish.day())
                .param(wish.at() == null ? null : at(wish.at()))
                .param(wish.note())
                .param(at(wish.proposedAt()))
                .update();
    }

    public void takeBack(AppointmentId appointment) {
        jdbc.sql("delete from summary_follow_up where appointment = ?")
                .param(appointment.value())
                .update();
    }

    @Override
    public Set<AppointmentId> releasedOf(Collection<AppointmentId> appointments) {
        return jdbc.sql("select distinct appointment from summary_version where appointment = any(?)")
                .param(appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((row, n) -> new AppointmentId(row.getObject("appointment", UUID.class)))
                .set();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
