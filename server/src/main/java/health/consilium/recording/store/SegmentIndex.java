package health.consilium.recording.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_segment: which segments there are. */
@Repository
public class SegmentIndex {
    private final JdbcClient jdbc;

    SegmentIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name under which the store keeps it
     * @param size of what was recorded, in bytes, not encrypted
     * @param sha256 of the same, in hex
     */
    public record Segment(
            UUID recording,
            int take,
            int index,
            boolean last,
            UUID name,
            int size,
            String sha256,
            Instant from,
            Instant to) {}

    /** False when there is one of that number already. */
    public boolean add(Segment s, Instant now) {
        return jdbc.sql(
                                "insert into recording_segment"
                                        + " (recording, take, index, last, name, size, sha256, from_at, to_at, stored_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (recording, take, index) do nothing")
                        .params(
                                s.recording,
                                s.take,
                                s.index,
                                s.last,
                                s.name,
                                s.size,
                                s.sha256,
                                s.from.atOffset(ZoneOffset.UTC),
                                s.to.atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    public Optional<Segment> find(UUID recording, int take, int index) {
        return jdbc.sql("select * from recording_segment where recording = ? and take = ? and index = ?")
                .params(recording, take, index)
                .query((row, n) -> segment(row))
                .optional();
    }

    /** By take and number. */
    public List<Segment> of(UUID recording) {
        return jdbc.sql("select * from recording_segment where recording = ? order by take, index")
                .param(recording)
                .query((row, n) -> segment(row))
                .list();
    }

    /** Whether what is there before it ends by its beginning, and what is there after it begins after its end, give or take. */
    public boolean inOrder(Segment s, Duration tolerance) {
        return jdbc.sql(
                        "select not exists (select 1 from recording_segment where recording = :recording and take = :take"
                                + " and (index < :index and to_at > :from or index > :index and from_at < :to))")
                .param("recording", s.recording)
                .param("take", s.take)
                .param("index", s.index)
                .param("from", s.from.plus(tolerance).atOffset(ZoneOffset.UTC))
                .param("to", s.to.minus(tolerance).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Of all that is there, not encrypted. */
    public long bytes(UUID recording) {
        return jdbc.sql("select coalesce(sum(size), 0) from recording_segment where recording = ?")
                .param(recording)
                .query(Long.class)
                .single();
    }

    public int count(UUID recording) {
        return jdbc.sql("select count(*) from recording_segment where recording = ?")
                .param(recording)
                .query(Integer.class)
                .single();
    }

    /** What is known of segments that are deleted. */
    public void forget(UUID recording) {
        jdbc.sql("delete from recording_segment where recording = ?")
                .param(recording)
                .update();
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getObject("recording", UUID.class),
                row.getInt("take"),
                row.getInt("index"),
                row.getBoolean("last"),
                row.getObject("name", UUID.class),
                row.getInt("size"),
                row.getString("sha256"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("to_at", OffsetDateTime.class).toInstant());
    }
}
