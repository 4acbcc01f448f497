package health.consilium.admin.person;

import health.consilium.admin.person.DataRequest.Kind;
import health.consilium.admin.person.DataRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table admin_data_request. */
@Repository
class RequestStore {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the same is being asked for already. */
    void ask(UUID person, Kind kind, Instant now) {
        jdbc.sql("insert into admin_data_request (id, person, kind, state, asked_at) values (?, ?, ?, 'ASKED', ?)"
                        + " on conflict do nothing")
                .params(UUID.randomUUID(), person, kind.name(), utc(now))
                .update();
    }

    /** What the clinic wrote down. @return false when there is this key, or the same is being asked for already */
    boolean ask(DataRequest request, UUID key) {
        return jdbc.sql(
                                "insert into admin_data_request (id, person, kind, state, asked_at, asked_by, reason, ask_key)"
                                        + " values (:id, :person, :kind, 'ASKED', :now, :by, :reason, :key) on conflict do nothing")
                        .param("id", request.id())
                        .param("person", request.person())
                        .param("kind", request.kind().name())
                        .param("now", utc(request.askedAt()))
                        .param("by", request.askedBy())
                        .param("reason", request.reason())
                        .param("key", key)
                        .update()
                > 0;
    }

    Optional<DataRequest> byKey(UUID key) {
        return jdbc.sql("select * from admin_data_request where ask_key = ?")
                .param(key)
                .query(RequestStore::request)
                .optional();
    }

    /** A copy whose time to be fetched is over makes room for a further one. */
    void expire(UUID person, Instant now) {
        jdbc.sql("update admin_data_request set state = 'EXPIRED' where person = ? and state = 'READY'"
                        + " and expires_at <= ?")
                .params(person, utc(now))
                .update();
    }

    List<DataRequest> of(UUID person) {
        return jdbc.sql("select * from admin_data_request where person = ? order by asked_at desc limit " + MOST)
                .param(person)
                .query(RequestStore::request)
                .list();
    }

    /** Those to be decided first, then the newest. */
    List<DataRequest> all() {
        return jdbc.sql("select * from admin_data_request order by state <> 'ASKED', asked_at desc limit " + MOST)
                .query(RequestStore::request)
                .list();
    }

    Optional<DataRequest> locked(UUID id) {
        return jdbc.sql("select * from admin_data_request where id = ? for update")
                .param(id)
                .query(RequestStore::request)
                .optional();
    }

    void decide(UUID id, State state, UUID by, Instant now, @Nullable Instant expires, String outcome) {
        jdbc.sql("update admin_data_request set state = :state, decided_by = :by, decided_at = :now,"
                        + " expires_at = :expires::timestamptz, outcome = :outcome where id = :id")
                .param("state", state.name())
                .param("by", by)
                .param("now", utc(now))
                .param("expires", expires == null ? null : expires.toString())
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    void collected(UUID id) {
        jdbc.sql("update admin_data_request set state = 'COLLECTED' where id = ?")
                .param(id)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static DataRequest request(ResultSet row, int n) throws SQLException {
        return new DataRequest(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "decided_at"),
                instant(row, "expires_at"),
                row.getString("outcome"),
                row.getObject("asked_by", UUID.class),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
