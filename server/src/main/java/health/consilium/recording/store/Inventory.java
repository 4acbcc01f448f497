package health.consilium.recording.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which recordings there are, for whoever looks after the server: how they stand and how large they are. */
@Repository
public class Inventory {
    private final JdbcClient jdbc;

    Inventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reason why it pauses or has stopped, or null
     * @param parts how many there are; none once it is deleted
     * @param bytes of what was recorded
     */
    public record Item(
            UUID id,
            UUID consultation,
            String phase,
            @Nullable String reason,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt,
            int parts,
            long bytes) {}

    /** Newest first. @param before those that were asked for before then */
    public List<Item> before(Instant before, int most) {
        return jdbc.sql("select r.*, s.parts, s.bytes from recording r cross join lateral (select count(*) as parts,"
                        + " coalesce(sum(size), 0) as bytes from recording_segment where recording = r.id) s"
                        + " where r.asked_at < ? order by r.asked_at desc limit ?")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query((row, n) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("consultation", UUID.class),
                row.getString("phase"),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "stopped_at"),
                row.getInt("parts"),
                row.getLong("bytes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
