package health.consilium.care.store;

import health.consilium.scheduling.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked at every entry, in one query. */
@Repository
public class Doorway {
    /** Whoever said where they are longer than this before the start may have gone somewhere else since. */
    static final Duration FRESH = Duration.ofHours(2);

    private final JdbcClient jdbc;

    Doorway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is on record for this visit.
     *
     * @param agreed to the wording of today
     * @param stated where they are, not long ago
     */
    public record Known(boolean agreed, boolean stated) {}

    public Known known(Appointment appointment, int version) {
        return jdbc.sql("select coalesce((select answer = 'GIVEN' from care_consent where patient = ? and version = ?"
                        + " order by seq desc limit 1), false) as agreed,"
                        + " exists (select from care_visit where appointment = ? and stated_at >= ?) as stated")
                .params(
                        appointment.patient().value(),
                        version,
                        appointment.id().value(),
                        freshSince(appointment).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Known(row.getBoolean("agreed"), row.getBoolean("stated")))
                .single();
    }

    static Instant freshSince(Appointment appointment) {
        return appointment.start().minus(FRESH);
    }
}
