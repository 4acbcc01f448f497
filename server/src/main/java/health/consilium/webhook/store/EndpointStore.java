package health.consilium.webhook.store;

import health.consilium.identity.UserId;
import health.consilium.webhook.store.Endpoint.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table webhook_endpoint. */
@Repository("webhookEndpointStore")
public class EndpointStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EndpointStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Endpoint add(String url, String description, List<String> events, UserId by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into webhook_endpoint (id, url, description, events, state, created_at, created_by)"
                        + " values (?, ?, ?, ?, 'ON', ?, ?)")
                .params(
                        id,
                        url,
                        description,
                        events.toArray(String[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.value())
                .update();
        return find(id).orElseThrow();
    }

    public List<Endpoint> all() {
        return jdbc.sql("select * from webhook_endpoint order by created_at")
                .query(EndpointStore::endpoint)
                .list();
    }

    public Optional<Endpoint> find(UUID id) {
        return jdbc.sql("select * from webhook_endpoint where id = ?")
                .param(id)
                .query(EndpointStore::endpoint)
                .optional();
    }

    /** Those that are to be told: what happens while one is paused waits for it. */
    public List<UUID> subscribed(String type) {
        return jdbc.sql("select id from webhook_endpoint where state in ('ON', 'PAUSED') and ? = any(events)")
                .param(type)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    public void change(UUID id, String url, String description, List<String> events) {
        jdbc.sql("update webhook_endpoint set url = ?, description = ?, events = ? where id = ?")
                .params(url, description, events.toArray(String[]::new), id)
                .update();
    }

    /** @return whether it was in another state before */
    public boolean turn(UUID id, State state) {
        return jdbc.sql("update webhook_endpoint set state = ?, failures = 0, failing_since = null"
                                + " where id = ? and state <> ?")
                        .params(state.name(), id, state.name())
                        .update()
                > 0;
    }

    public void succeeded(UUID id) {
        jdbc.sql("update webhook_endpoint set failures = 0, failing_since = null where id = ? and failures > 0")
                .param(id)
                .update();
    }

    public Optional<Endpoint> failed(UUID id, Instant now) {
        return jdbc.sql("update webhook_endpoint set failures = failures + 1,"
                        + " failing_since = coalesce(failing_since, ?) where id = ? returning *")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .query(EndpointStore::endpoint)
                .optional();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from webhook_endpoint where id = ?").param(id).update();
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        OffsetDateTime failing = row.getObject("failing_since", OffsetDateTime.class);
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("events").getArray()),
                State.valueOf(row.getString("state")),
                failing == null ? null : failing.toInstant(),
                row.getInt("failures"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
