package health.consilium.prescription.store;

import health.consilium.identity.UserId;
import health.consilium.prescription.Prescriptions;
import health.consilium.prescription.domain.Item;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables prescription_prescription, _draft, _version and _withdrawal. */
@Repository
public class PrescriptionStore implements Prescriptions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    PrescriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Head(UUID id, AppointmentId appointment, UserId patient, UserId doctor) {}

    /** @param revision grows with each save; a page that knows an older one has missed something */
    public record Draft(UUID prescription, List<Item> items, String notes, int revision, Instant savedAt) {}

    public record Version(
            UUID prescription,
            int number,
            String content,
            byte[] digest,
            byte[] signature,
            String code,
            int draftRevision,
            Instant signedAt) {}

    public record Withdrawal(String reason, Instant at) {}

    public void add(Head head, Instant now) {
        jdbc.sql("insert into prescription_prescription values (?, ?, ?, ?, ?)")
                .params(
                        head.id(),
                        head.appointment().value(),
                        head.patient().value(),
                        head.doctor().value(),
                        at(now))
                .update();
    }

    public Optional<Head> find(UUID id) {
        return head("select * from prescription_prescription where id = ?", id);
    }

    /** The same, and nobody else changes it until this transaction is over. */
    public Optional<Head> lock(UUID id) {
        return head("select * from prescription_prescription where id = ? for update", id);
    }

    private Optional<Head> head(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query((row, n) -> head(row)).optional();
    }

    public List<Head> of(AppointmentId appointment) {
        return jdbc.sql("select * from prescription_prescription where appointment = ? order by created_at, id")
                .param(appointment.value())
                .query((row, n) -> head(row))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                new UserId(row.getObject("patient", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)));
    }

    /** False when the appointment has a draft already. */
    public boolean open(Head head, List<Item> items, String notes, int revision, Instant now) {
        return jdbc.sql("insert into prescription_draft values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                head.id(),
                                head.appointment().value(),
                                JSON.writeValueAsString(items),
                                notes,
                                revision,
                                at(now))
                        .update()
                == 1;
    }

    public Optional<Draft> draft(UUID prescription) {
        return drafts("prescription", prescription);
    }

    public Optional<Draft> draftOf(AppointmentId appointment) {
        return drafts("appointment", appointment.value());
    }

    private Optional<Draft> drafts(String column, UUID value) {
        return jdbc.sql("select * from prescription_draft where " + column + " = ?")
                .param(value)
                .query((row, n) -> new Draft(
                        row.getObject("prescription", UUID.class),
                        JSON.readValue(row.getString("items"), new TypeReference<List<Item>>() {}),
                        row.getString("notes"),
                        row.getInt("revision"),
                        instant(row, "saved_at")))
                .optional();
    }

    /** False when somebody has saved since the revision that the caller knows. */
    public boolean save(UUID prescription, List<Item> items, String notes, int known, Instant now) {
        return jdbc.sql("update prescription_draft set items = ?, notes = ?, revision = revision + 1, saved_at = ?"
                                + " where prescription = ? and revision = ?")
                        .params(JSON.writeValueAsString(items), notes, at(now), prescription, known)
                        .update()
                == 1;
    }

    public void discard(UUID prescription) {
        jdbc.sql("delete from prescription_draft where prescription = ?")
                .param(prescription)
                .update();
        jdbc.sql("delete from prescription_prescription p where id = ?"
                        + " and not exists (select 1 from prescription_version v where v.prescription = p.id)")
                .param(prescription)
                .update();
    }

    public void sign(Version version) {
        jdbc.sql("insert into prescription_version values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.prescription(),
                        version.number(),
                        version.content(),
                        version.digest(),
                        version.signature(),
                        version.code(),
                        version.draftRevision(),
                        at(version.signedAt()))
                .update();
        jdbc.sql("delete from prescription_draft where prescription = ?")
                .param(version.prescription())
                .update();
    }

    /** Oldest first. */
    public List<Version> versions(UUID prescription) {
        return jdbc.sql("select * from prescription_version where prescription = ? order by number")
                .param(prescription)
                .query((row, n) -> version(row))
                .list();
    }

    /** @param code all 24, or the first 12 */
    public Optional<Version> byCode(String code) {
        return jdbc.sql("select * from prescription_version where left(code, 12) = left(?, 12)"
                        + " and left(code, length(?)) = ?")
                .params(code, code, code)
                .query((row, n) -> version(row))
                .optional();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("prescription", UUID.class),
                row.getInt("number"),
                row.getString("content"),
                row.getBytes("digest"),
                row.getBytes("signature"),
                row.getString("code"),
                row.getInt("draft_revision"),
                instant(row, "signed_at"));
    }

    public void withdraw(UUID prescription, String reason, Instant now) {
        jdbc.sql("insert into prescription_withdrawal values (?, ?, ?)")
                .params(prescription, reason, at(now))
                .update();
    }

    public @Nullable Withdrawal withdrawal(UUID prescription) {
        return jdbc.sql("select * from prescription_withdrawal where prescription = ?")
                .param(prescription)
                .query((row, n) -> new Withdrawal(row.getString("reason"), instant(row, "at")))
                .optional()
                .orElse(null);
    }

    @Override
    public Map<AppointmentId, Integer> signedOf(Collection<AppointmentId> appointments) {
        Map<AppointmentId, Integer> counts = new HashMap<>();
        jdbc.sql("select appointment, count(*) as signed from prescription_prescription p where appointment = any(?)"
                        + " and exists (select 1 from prescription_version v where v.prescription = p.id)"
                        + " and not exists (select 1 from prescription_withdrawal w where w.prescription = p.id)"
                        + " group by appointment")
                .param(appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new AppointmentId(row.getObject("appointment", UUID.class)), row.getInt("signed"));
                });
        return counts;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
