package health.consilium.identity.store;

import health.consilium.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_link. */
@Repository
public class LinkStore {
    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Purpose {
        /** Signs a patient in for one appointment. */
        APPOINTMENT,
        /** Sets a password. */
        PASSWORD,
        /** Makes the first administrator. */
        SETUP
    }

    /**
     * @param account whose it is; null for {@link Purpose#SETUP}
     * @param appointment of {@link Purpose#APPOINTMENT} only
     * @param wrong how often the confirmation was wrong
     */
    public record Link(
            byte[] hash,
            Purpose purpose,
            @Nullable UserId account,
            String path,
            @Nullable UUID appointment,
            Instant expiresAt,
            boolean used,
            int wrong) {
        public boolean open(Instant now) {
            return !used && now.isBefore(expiresAt);
        }
    }

    public void insert(Link link, Instant now) {
        jdbc.sql("insert into identity_link (token_hash, account, purpose, path, appointment, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(link.hash())
                .param(link.account() == null ? null : link.account().value())
                .param(link.purpose().name())
                .param(link.path())
                .param(link.appointment())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Also one that is used or over: its page offers a new one. */
    public Optional<Link> find(byte[] hash, Purpose purpose) {
        return jdbc.sql("select * from identity_link where token_hash = ? and purpose = ?")
                .params(hash, purpose.name())
                .query(LinkStore::link)
                .optional();
    }

    /** True for one caller, once. */
    public boolean use(byte[] hash, Instant now) {
        return jdbc.sql(
                                "update identity_link set used_at = ? where token_hash = ? and used_at is null and expires_at > ?")
                        .params(now.atOffset(ZoneOffset.UTC), hash, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Counts a try before it is looked at, so that many at once cannot slip through together.
     *
     * @return whether there was one left
     */
    public boolean tries(byte[] hash, int most) {
        return jdbc.sql("update identity_link set wrong = wrong + 1 where token_hash = ? and wrong < ?")
                        .params(hash, most)
                        .update()
                == 1;
    }

    /** Leaves this one and the newest others of that person and appointment. */
    public void keepNewest(byte[] hash, UserId account, UUID appointment, int most) {
        jdbc.sql(
                        "delete from identity_link where token_hash in (select token_hash from identity_link where account = ?"
                                + " and appointment = ? and used_at is null and token_hash <> ? order by created_at desc offset ?)")
                .params(account.value(), appointment, hash, most - 1)
                .update();
    }

    /** Takes away what would still open. */
    public void revoke(@Nullable UserId account, Purpose purpose) {
        jdbc.sql("delete from identity_link where account is not distinct from ? and purpose = ? and used_at is null")
                .param(account == null ? null : account.value())
                .param(purpose.name())
                .update();
    }

    public void forget(Instant expiredBefore) {
        jdbc.sql("delete from identity_link where expires_at < ?")
                .param(expiredBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        return new Link(
                row.getBytes("token_hash"),
                Purpose.valueOf(row.getString("purpose")),
                account == null ? null : new UserId(account),
                row.getString("path"),
                row.getObject("appointment", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at") != null,
                row.getInt("wrong"));
    }
}
