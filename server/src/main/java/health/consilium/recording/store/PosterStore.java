package health.consilium.recording.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_poster: one picture of a recording, sealed under its key. */
@Repository
public class PosterStore {
    private final JdbcClient jdbc;

    PosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param type image/jpeg or image/webp */
    public record Poster(String type, byte[] sealed) {}

    /** False when there is one: the first one stays. */
    public boolean keep(UUID recording, Poster poster, Instant takenAt) {
        return jdbc.sql("insert into recording_poster values (?, ?, ?, ?) on conflict do nothing")
                        .params(recording, poster.type, poster.sealed, takenAt.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    public Optional<Poster> find(UUID recording) {
        return jdbc.sql("select type, sealed from recording_poster where recording = ?")
                .param(recording)
                .query((row, n) -> new Poster(row.getString("type"), row.getBytes("sealed")))
                .optional();
    }

    public boolean has(UUID recording) {
        return jdbc.sql("select 1 from recording_poster where recording = ?")
                .param(recording)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
