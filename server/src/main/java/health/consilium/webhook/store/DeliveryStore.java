package health.consilium.webhook.store;

import health.consilium.webhook.store.Delivery.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables webhook_delivery and webhook_attempt. */
@Repository("webhookDeliveryStore")
public class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false: that receiver has that event already */
    public boolean add(Delivery delivery) {
        return jdbc.sql("insert into webhook_delivery values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (endpoint, event) do nothing")
                        .params(
                                delivery.id(),
                                delivery.endpoint(),
                                delivery.event(),
                                delivery.type(),
                                delivery.body(),
                                delivery.status().name(),
                                delivery.attempts(),
                                at(delivery.createdAt()),
                                at(delivery.giveUpAt()),
                                at(delivery.nextAt()))
                        .update()
                > 0;
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from webhook_delivery where id = ?")
                .param(id)
                .query(DeliveryStore::delivery)
                .optional();
    }

    /** Takes one that is due, so that nobody else does before {@code until}; empty when it is not due or not there. */
    public Optional<Delivery> claim(UUID id, Instant now, Instant until) {
        return jdbc.sql("update webhook_delivery set next_at = ? where id = ? and status = 'PENDING' and next_at <= ?"
                        + " and exists (select from webhook_endpoint e where e.id = endpoint and e.state = 'ON')"
                        + " returning *")
                .params(at(until), id, at(now))
                .query(DeliveryStore::delivery)
                .optional();
    }

    public void tried(UUID id, Attempt attempt, Status status, Instant nextAt) {
        jdbc.sql("insert into webhook_attempt select d.id, ?, ?, ?, ?, ? from webhook_delivery d where d.id = ?"
                        + " on conflict do nothing")
                .param(attempt.number())
                .param(at(attempt.at()))
                .param(attempt.status())
                .param(attempt.problem())
                .param(attempt.millis())
                .param(id)
                .update();
        jdbc.sql("update webhook_delivery set status = ?, attempts = ?, next_at = ? where id = ?")
                .params(status.name(), attempt.number(), at(nextAt), id)
                .update();
    }

    /** Once more, from now on, for as long as a new one would be tried. */
    public void again(UUID id, Instant now, Instant giveUpAt) {
        jdbc.sql("update webhook_delivery set status = 'PENDING', next_at = ?, give_up_at = ? where id = ?")
                .params(at(now), at(giveUpAt), id)
                .update();
    }

    /** What waits for that receiver becomes due. */
    public List<UUID> hurry(UUID endpoint, Instant now) {
        return jdbc.sql(
                        "update webhook_delivery set next_at = ? where endpoint = ? and status = 'PENDING' returning id")
                .params(at(now), endpoint)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Nothing that waits is of use any more. */
    public void giveUp(UUID endpoint) {
        jdbc.sql("update webhook_delivery set status = 'FAILED' where endpoint = ? and status = 'PENDING'")
                .param(endpoint)
                .update();
    }

    /** The newest first. */
    public List<Delivery> of(UUID endpoint, Instant before, int most) {
        return jdbc.sql("select * from webhook_delivery where endpoint = ? and created_at < ?"
                        + " order by created_at desc, id limit ?")
                .params(endpoint, at(before), most)
                .query(DeliveryStore::delivery)
                .list();
    }

    public Map<UUID, List<Attempt>> attempts(Collection<UUID> deliveries) {
        Map<UUID, List<Attempt>> all = new HashMap<>();
        jdbc.sql("select * from webhook_attempt where delivery = any(?) order by delivery, number")
                .param(deliveries.toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("delivery", UUID.class), id -> new ArrayList<>())
                            .add(new Attempt(
                                    row.getInt("number"),
                                    instant(row, "at"),
                                    row.getInt("status"),
                                    row.getString("problem"),
                                    row.getInt("millis")));
                });
        return all;
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint", UUID.class),
                row.getObject("event", UUID.class),
                row.getString("type"),
                row.getString("body"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "give_up_at"),
                instant(row, "next_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
