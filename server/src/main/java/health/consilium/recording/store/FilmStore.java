package health.consilium.recording.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_film: what reading a complete recording has found out, sealed under its key. */
@Repository
public class FilmStore {
    /** Nothing is on its way any more: each take has had its last part and all before it, or the time for that is over. */
    private static final String COMPLETE = "(r.stopped_at < :before or not exists (select 1 from recording_take t"
            + " where t.recording = r.id and (select count(*) from recording_segment s"
            + " where s.recording = t.recording and s.take = t.take)"
            + " < coalesce(least(nullif(t.segments, 0), t.cut_at), 2147483647)))";

    private final JdbcClient jdbc;

    FilmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UUID recording, int parts, byte[] sealed, Instant now) {
        jdbc.sql("insert into recording_film values (:recording, :parts, :sealed, :now)"
                        + " on conflict (recording) do update set parts = :parts, sealed = :sealed, made_at = :now")
                .param("recording", recording)
                .param("parts", parts)
                .param("sealed", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param parts of how many parts it must be */
    public Optional<byte[]> find(UUID recording, int parts) {
        return jdbc.sql("select sealed from recording_film where recording = ? and parts = ?")
                .params(recording, parts)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** With its picture: all that was made of it. */
    public void forget(UUID recording) {
        jdbc.sql("with poster as (delete from recording_poster where recording = :recording)"
                        + " delete from recording_film where recording = :recording")
                .param("recording", recording)
                .update();
    }

    /** All recordings that are sealed. */
    public Set<UUID> sealed() {
        return jdbc.sql("select recording from recording_film")
                .query((row, n) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Complete, readable, and not sealed as they are now. @param before what ended before then gets nothing more */
    public List<UUID> unsealed(Instant before) {
        return jdbc.sql("select r.id from recording r where r.phase = 'STOPPED' and r.started_at is not null and "
                        + COMPLETE
                        + " and not exists (select 1 from recording_film f where f.recording = r.id and f.parts ="
                        + " (select count(*) from recording_segment s where s.recording = r.id))")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
