package health.consilium.conferencing.store;

import health.consilium.conferencing.CallWindow;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.Room;
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

/** Table conferencing_room. */
@Repository
public class RoomStore {
    /** The patient and the doctor (row H5: no more than are let in). */
    public static final int PARTICIPANTS = 2;

    /** After its own end nobody can be in a room. */
    private static final Duration LEFT_ALONE_AFTER = Duration.ofHours(1);

    private static final String SELECT = "select * from conferencing_room ";

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<BookedRoom> find(UUID consultation) {
        return jdbc.sql(SELECT + "where consultation = ?")
                .param(consultation)
                .query(RoomStore::read)
                .optional();
    }

    public Optional<BookedRoom> find(String provider, String name) {
        return jdbc.sql(SELECT + "where provider = ? and lower(name) = lower(?)")
                .params(provider, name)
                .query(RoomStore::read)
                .optional();
    }

    /** Those in which somebody may be at that moment. */
    public List<BookedRoom> openAt(Instant now) {
        return jdbc.sql(SELECT + "where closed_at is null and opens_at <= :now and ends_at > :now")
                .param("now", utc(now))
                .query(RoomStore::read)
                .list();
    }

    /** @return false when another provider was there first, or the room was closed meanwhile; then nothing has changed */
    public boolean keep(CallWindow window, Room room) {
        return jdbc.sql(
                                "insert into conferencing_room (consultation, appointment, provider, name, url, opens_at, ends_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (consultation) do update set url = excluded.url,"
                                        + " opens_at = excluded.opens_at, ends_at = excluded.ends_at"
                                        + " where conferencing_room.provider = excluded.provider and conferencing_room.closed_at is null")
                        .params(
                                window.consultation(),
                                window.appointment(),
                                room.provider(),
                                room.name(),
                                room.url(),
                                utc(window.opensAt()),
                                utc(window.endsAt()))
                        .update()
                == 1;
    }

    /** Whoever else locks it waits until this transaction is over. */
    public void lock(UUID consultation) {
        jdbc.sql("select 1 from conferencing_room where consultation = ? for update")
                .param(consultation)
                .query(Integer.class)
                .optional();
    }

    public void closed(UUID consultation, Instant at) {
        jdbc.sql("update conferencing_room set closed_at = coalesce(closed_at, ?) where consultation = ?")
                .params(utc(at), consultation)
                .update();
    }

    /** The provider has done it. */
    public void gone(UUID consultation, Instant at) {
        jdbc.sql("update conferencing_room set gone_at = coalesce(gone_at, ?) where consultation = ?")
                .params(utc(at), consultation)
                .update();
    }

    /** Closed by us and not by the provider yet. */
    public List<BookedRoom> toClose(Instant now) {
        return jdbc.sql(SELECT + "where closed_at is not null and gone_at is null and ends_at > ? order by ends_at")
                .param(utc(now.minus(LEFT_ALONE_AFTER)))
                .query(RoomStore::read)
                .list();
    }

    /** Over since then at the latest, and the provider has not been asked since who was in. */
    public List<BookedRoom> toReview(Instant overSince, Instant endedAfter) {
        return jdbc.sql(SELECT + "where provider <> 'builtin' and reviewed_at is null and ends_at > :after"
                        + " and least(closed_at, ends_at) <= :since order by ends_at limit 50")
                .param("after", utc(endedAfter))
                .param("since", utc(overSince))
                .query(RoomStore::read)
                .list();
    }

    public void reviewed(UUID consultation, Instant at) {
        jdbc.sql("update conferencing_room set reviewed_at = ? where consultation = ?")
                .params(utc(at), consultation)
                .update();
    }

    private static BookedRoom read(ResultSet row, int number) throws SQLException {
        return new BookedRoom(
                row.getObject("consultation", UUID.class),
                row.getObject("appointment", UUID.class),
                new Room(row.getString("provider"), row.getString("name"), row.getString("url")),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getObject("closed_at") != null,
                PARTICIPANTS);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
