package health.consilium.identity.store;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_login. */
@Repository
public class LoginStore {
    private final JdbcClient jdbc;

    LoginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a sign-in travels: in the browser's cookie, or in a header. */
    public enum Kind {
        SESSION,
        BEARER
    }

    public record Login(UUID id, UserView user, Kind kind, Instant usedAt) {}

    /** @param enabled whether the account still is */
    public record Ended(UUID login, UserId user, boolean enabled) {}

    public void insert(UUID id, byte[] hash, UserId account, Kind kind, Instant now, Instant expiresAt) {
        jdbc.sql("insert into identity_login values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        hash,
                        account.value(),
                        kind.name(),
                        now.atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC),
                        expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The sign-in with that secret, when it still counts. */
    public Optional<Login> find(byte[] hash, Instant now, Duration idle) {
        return jdbc.sql("select l.id as login, l.kind, l.used_at, a.* from identity_login l join identity_account a"
                        + " on a.id = l.account where l.token_hash = ? and a.enabled and " + GOOD)
                .params(hash, now.atOffset(ZoneOffset.UTC), now.minus(idle).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Login(
                        row.getObject("login", UUID.class),
                        AccountStore.view(row, n),
                        Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("used_at").toInstant()))
                .optional();
    }

    private static final String GOOD = "l.expires_at > ? and (l.kind = 'BEARER' or l.used_at > ?)";

    public void touch(UUID login, Instant now) {
        jdbc.sql("update identity_login set used_at = greatest(used_at, ?) where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), login)
                .update();
    }

    public void delete(UUID login) {
        jdbc.sql("delete from identity_login where id = ?").param(login).update();
    }

    /** Removes and names those that do not count any more. */
    public List<Ended> deleteExpired(Instant now, Duration idle) {
        return jdbc.sql("delete from identity_login l using identity_account a where a.id = l.account"
                        + " and not (a.enabled and " + GOOD + ") returning l.id, l.account, a.enabled")
                .params(now.atOffset(ZoneOffset.UTC), now.minus(idle).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Ended(
                        row.getObject("id", UUID.class),
                        new UserId(row.getObject("account", UUID.class)),
                        row.getBoolean("enabled")))
                .list();
    }
}
