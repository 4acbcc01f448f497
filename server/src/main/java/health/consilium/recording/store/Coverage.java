package health.consilium.recording.store;

import health.consilium.consultation.ConsultationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether everybody present had agreed at some time: it lies in one interval of table recording_interval. */
@Repository
public class Coverage {
    /** A pause has to reach the page. */
    static final Duration PAUSE_ON_ITS_WAY = Duration.ofMillis(500);
    /** By how much a page's idea of the server's time may be wrong. */
    public static final Duration CLOCKS = Duration.ofMillis(250);

    /** What a service records on after it was told to stop, where nobody was against it: the doctor stopped, or somebody left. */
    static final Duration RUNS_ON = Duration.ofSeconds(10);

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It claims to have been recorded in the future: of that, consent says nothing yet. */
    public boolean isAhead(Instant to, Instant now) {
        return to.isAfter(now.plus(CLOCKS));
    }

    public boolean covers(UUID recording, Instant from, Instant to, Instant now) {
        if (to.isBefore(from) || isAhead(to, now)) {
            return false;
        }
        return jdbc.sql("select 1 from recording_interval where recording = :recording and began <= :from"
                        + " and (ended is null or ended >= :to) limit 1")
                .param("recording", recording)
                .param("from", from.plus(CLOCKS).atOffset(ZoneOffset.UTC))
                .param("to", to.minus(PAUSE_ON_ITS_WAY).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The recording of this consultation that a film of its service lies in, as {@link #coversFilm} says; none that was erased. */
    public Optional<UUID> ofFilm(ConsultationId consultation, Instant from, Instant to) {
        return jdbc
                .sql("select id from recording where consultation = ? and service is not null and phase <> 'DELETED'"
                        + " order by asked_at")
                .param(consultation.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .filter(recording -> coversFilm(recording, from, to))
                .findFirst();
    }

    /**
     * A whole film of a service. It runs on for a moment after everybody's end of a recording; where it ended because somebody
     * did not agree, it may not.
     */
    public boolean coversFilm(UUID recording, Instant from, Instant to) {
        return jdbc.sql("select 1 from recording_interval i where i.recording = :recording and i.began <= :from"
                        + " and (i.ended is null or i.ended >= :to or i.ended >= :later and exists"
                        + " (select 1 from recording_ledger l where l.recording = i.recording and l.at = i.ended"
                        + " and l.kind in ('PAUSED_LEFT', 'STOPPED_STOPPED', 'STOPPED_ENDED'))) limit 1")
                .param("recording", recording)
                .param("from", from.plus(CLOCKS).atOffset(ZoneOffset.UTC))
                .param("to", to.minus(PAUSE_ON_ITS_WAY).atOffset(ZoneOffset.UTC))
                .param("later", to.minus(RUNS_ON).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
