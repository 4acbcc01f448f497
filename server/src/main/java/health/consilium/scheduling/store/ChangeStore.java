package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table scheduling_change: who moved or gave up an appointment, and what they said. */
@Repository
@Transactional
public class ChangeStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Kind {
        MOVED,
        CANCELLED
    }

    /** @param start when it was to begin until then; its row is locked, so the next number is ours */
    public void write(AppointmentId id, @Nullable UserId person, Kind kind, Instant start, String reason) {
        jdbc.sql("insert into scheduling_change select :id, coalesce(max(number), 0) + 1, :at, :person, :kind, :start,"
                        + " :reason from scheduling_change where appointment = :id")
                .param("id", id.value())
                .param("at", utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("kind", kind.name(), Types.VARCHAR)
                .param("start", utc(start), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    /** What was said about the last change, if anything was. */
    public Optional<String> lastReason(AppointmentId id) {
        return jdbc.sql("select reason from scheduling_change where appointment = ? order by number desc limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .filter(reason -> !reason.isBlank());
    }
}
