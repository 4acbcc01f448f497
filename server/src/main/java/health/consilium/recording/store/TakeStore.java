package health.consilium.recording.store;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_take. */
@Repository
public class TakeStore {
    private final JdbcClient jdbc;

    TakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param segments how many it has, once it has ended, else 0
     * @param openedAt nothing in it was recorded before
     * @param cutAt the first segment that was recorded too late to be kept: nothing from there on ever comes
     */
    public record Take(
            int take,
            UserId recorder,
            String mimeType,
            int segments,
            Instant openedAt,
            @Nullable Integer cutAt) {
        public boolean ended() {
            return segments > 0;
        }

        /** How many should be there, as far as that is known. */
        public int expected() {
            return cutAt == null ? segments : Math.min(segments, cutAt);
        }

        /** @param have how many segments from the first one are there */
        public boolean complete(int have) {
            return (ended() && have >= segments) || (cutAt != null && have >= cutAt);
        }
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

    public Optional<UserId> recorder(UUID recording, int take) {
        return jdbc.sql("select recorder from recording_take where recording = ? and take = ?")
                .params(recording, take)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    /** Its last segment has come: it has that many, whichever of the earlier ones are still on their way. */
    public void end(UUID recording, int take, int segments) {
        jdbc.sql("update recording_take set segments = ? where recording = ? and take = ?")
                .params(segments, recording, take)
                .update();
    }

    /** This segment will never be kept: it was recorded when not everybody agreed any more, as are those after it. */
    public void cut(UUID recording, int take, int segment) {
        jdbc.sql("update recording_take set cut_at = least(cut_at, ?) where recording = ? and take = ?")
                .params(segment, recording, take)
                .update();
    }

    public List<Take> of(UUID recording) {
        return jdbc.sql("select * from recording_take where recording = ? order by take")
                .param(recording)
                .query((row, n) -> new Take(
                        row.getInt("take"),
                        new UserId(row.getObject("recorder", UUID.class)),
                        row.getString("mime_type"),
                        row.getInt("segments"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("cut_at", Integer.class)))
                .list();
    }
}
