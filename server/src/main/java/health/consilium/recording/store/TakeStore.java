package health.consilium.recording.store;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_take. */
@Repository
public class TakeStore {
    private final JdbcClient jdbc;

    TakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number, from 1 up; only while the recording's consultation is locked */
    public int open(UUID recording, UserId recorder, String mimeType, Instant now) {
        return jdbc.sql("insert into recording_take (recording, take, recorder, mime_type, opened_at)"
                        + " select :recording, coalesce(max(take), 0) + 1, :recorder, :type, :now"
                        + " from recording_take where recording = :recording returning take")
                .param("recording", recording)
                .param("recorder", recorder.value())
                .param("type", mimeType)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
