package health.consilium.identity.store;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** @param onlyAppointment what a sign-in by link is limited to, or null */
    public record Login(
            UUID id,
            UserView user,
            Kind kind,
            Instant usedAt,
            @Nullable UUID onlyAppointment) {}

    /** @param enabled whether the account still is */
    public record Ended(UUID login, UserId user, boolean enabled) {}

    public record NewLogin(
            UUID id,
            byte[] hash,
            UserId account,
            Kind kind,
            Instant expiresAt,
            @Nullable UUID onlyAppointment,
            boolean challenged) {}

    public void insert(NewLogin login, Instant now) {
        jdbc.sql("insert into identity_login (id, token_hash, account, kind, created_at, used_at, expires_at,"
                        + " only_appointment, stage) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(login.id())
                .param(login.hash())
                .param(login.account().value())
                .param(login.kind().name())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(login.expiresAt().atOffset(ZoneOffset.UTC))
                .param(login.onlyAppointment())
                .param(login.challenged() ? "CHALLENGED" : "IN")
                .update();
    }

    /** The sign-in with that secret, when it still counts. */
    public Optional<Login> find(byte[] hash, Instant now, Duration idle) {
        return jdbc.sql(
                        "select l.id as login, l.kind, l.used_at, l.only_appointment, a.* from identity_login l join identity_account a"
                                + " on a.id = l.account where l.token_hash = ? and l.stage = 'IN' and a.enabled and "
                                + GOOD)
                .params(hash, now.atOffset(ZoneOffset.UTC), now.minus(idle).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Login(
                        row.getObject("login", UUID.class),
                        AccountStore.view(row, n),
                        Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("used_at").toInstant(),
                        row.getObject("only_appointment", UUID.class)))
                .optional();
    }

    /** A sign-in whose second factor is still to come. */
    public record Halfway(UUID id, UserView user) {}

    public Optional<Halfway> halfway(byte[] hash, Instant now) {
        return jdbc.sql("select l.id as login, a.* from identity_login l join identity_account a on a.id = l.account"
                        + " where l.token_hash = ? and a.enabled and l.stage = 'CHALLENGED' and l.expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Halfway(row.getObject("login", UUID.class), AccountStore.view(row, n)))
                .optional();
    }

    private static final String GOOD = "l.expires_at > ? and (l.kind = 'BEARER' or l.used_at > ?)";

    public void touch(UUID login, Instant now) {
        jdbc.sql("update identity_login set used_at = greatest(used_at, ?) where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), login)
                .update();
    }

    /** @param browser in two words; empty for a program */
    public record Seen(UUID id, Instant startedAt, Instant usedAt, String browser, boolean program) {}

    /** What still counts of somebody, the newest first. */
    public List<Seen> of(UserId account, Instant now, Duration idle) {
        return jdbc.sql("select l.* from identity_login l where l.account = ? and l.stage = 'IN' and " + GOOD
                        + " order by l.created_at desc")
                .params(
                        account.value(),
                        now.atOffset(ZoneOffset.UTC),
                        now.minus(idle).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Seen(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant(),
                        row.getString("browser"),
                        Kind.valueOf(row.getString("kind")) == Kind.BEARER))
                .list();
    }

    public void seenIn(UUID login, String browser) {
        jdbc.sql("update identity_login set browser = ? where id = ?")
                .params(browser, login)
                .update();
    }

    /** Whether there was such a one of that person. */
    public boolean delete(UUID login, UserId account) {
        return jdbc.sql("delete from identity_login where id = ? and account = ?")
                        .params(login, account.value())
                        .update()
                == 1;
    }

    /** Their time is over: whoever sweeps next ends them and tells. */
    public void expireAll(UserId account, Instant now) {
        jdbc.sql("update identity_login set expires_at = least(expires_at, ?) where account = ?")
                .params(now.atOffset(ZoneOffset.UTC), account.value())
                .update();
    }

    /** Names those that were there. */
    public List<UUID> deleteAll(UserId account) {
        return jdbc.sql("delete from identity_login where account = ? returning id")
                .param(account.value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
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
