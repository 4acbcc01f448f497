package health.consilium.notification.store;

import health.consilium.identity.UserId;
import health.consilium.kernel.Secret;
import health.consilium.notification.NotificationProperties;
import health.consilium.notification.push.BrowserKeys;
import health.consilium.notification.push.Browsers;
import health.consilium.notification.push.Subscription;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table notification_subscription: at most a few browsers a person, one a sign-in. */
@Repository
@Transactional
public class SubscriptionStore implements Browsers {
    private final JdbcClient jdbc;
    private final NotificationProperties settings;
    private final Clock clock;

    SubscriptionStore(JdbcClient jdbc, NotificationProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A browser says that it listens, or still does. It belongs to whoever is signed in there now. */
    public void save(UserId person, UUID login, Secret<URI> endpoint, BrowserKeys keys, String language) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        String address = endpoint.reveal().toString();
        jdbc.sql("delete from notification_subscription where login = ? and endpoint <> ?")
                .params(login, address)
                .update();
        jdbc.sql("insert into notification_subscription (id, person, login, endpoint, p256dh, auth, language, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (endpoint) do update set person = excluded.person,"
                        + " login = excluded.login, p256dh = excluded.p256dh, auth = excluded.auth,"
                        + " language = excluded.language, seen_at = excluded.seen_at")
                .params(UUID.randomUUID(), person.value(), login, address, keys.p256dh(), keys.auth(), language, now)
                .update();
        jdbc.sql(
                        "delete from notification_subscription where person = ? and endpoint <> ? and id not in (select id from"
                                + " notification_subscription where person = ? order by seen_at desc, id limit ?)")
                .params(person.value(), address, person.value(), settings.pushBrowsers())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subscription> of(UserId person) {
        return jdbc.sql("select * from notification_subscription where person = ? order by seen_at desc")
                .param(person.value())
                .query(SubscriptionStore::subscription)
                .list();
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from notification_subscription where id = ?").param(id).update();
    }

    public void removeOfLogin(UUID login) {
        jdbc.sql("delete from notification_subscription where login = ?")
                .param(login)
                .update();
    }

    void removeOf(UserId person) {
        jdbc.sql("delete from notification_subscription where person = ?")
                .param(person.value())
                .update();
    }

    void removeUnseenSince(Instant then) {
        jdbc.sql("delete from notification_subscription where seen_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Subscription subscription(ResultSet row, int n) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("person", UUID.class)),
                Secret.of(URI.create(row.getString("endpoint"))),
                new BrowserKeys(row.getBytes("p256dh"), row.getBytes("auth")),
                row.getString("language"));
    }
}
