package health.consilium.prescription.store;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table prescription_allergies: what was said stays, the newest counts. */
@Repository
public class AllergyStore {
    /** Not asked is another thing than none known. */
    public enum State {
        NOT_ASKED,
        NONE_KNOWN,
        LISTED
    }

    /** @param notedBy who said so last; null while nobody was asked */
    public record Allergies(
            State state,
            List<String> names,
            @Nullable UUID notedBy,
            @Nullable Instant notedAt) {}

    private final JdbcClient jdbc;

    AllergyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Allergies of(UserId patient) {
        return jdbc.sql("select * from prescription_allergies where patient = ? order by number desc limit 1")
                .param(patient.value())
                .query((row, n) -> new Allergies(
                        State.valueOf(row.getString("state")),
                        List.of((String[]) row.getArray("names").getArray()),
                        row.getObject("noted_by", UUID.class),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(new Allergies(State.NOT_ASKED, List.of(), null, null));
    }

    /** No names: none known. */
    public void note(UserId patient, List<String> names, UserId by, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('prescription_allergies' || ?))")
                .param(patient.value().toString())
                .query((row, n) -> n)
                .list();
        jdbc.sql("insert into prescription_allergies select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?"
                        + " from prescription_allergies where patient = ?")
                .params(
                        patient.value(),
                        (names.isEmpty() ? State.NONE_KNOWN : State.LISTED).name(),
                        names.toArray(String[]::new),
                        by.value(),
                        now.atOffset(ZoneOffset.UTC),
                        patient.value())
                .update();
    }
}
