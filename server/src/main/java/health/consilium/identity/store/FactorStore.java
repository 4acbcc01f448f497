package health.consilium.identity.store;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables identity_totp and identity_recovery_code. */
@Repository
public class FactorStore {
    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record App(byte[] sealed, boolean confirmed, long lastStep) {}

    public Optional<App> totp(UserId account) {
        return jdbc.sql("select * from identity_totp where account = ?")
                .param(account.value())
                .query((row, n) -> new App(
                        row.getBytes("sealed"), row.getObject("confirmed_at") != null, row.getLong("last_step")))
                .optional();
    }

    /** Begins anew; what is confirmed already stays until the new one is. */
    public boolean begin(UserId account, byte[] sealed) {
        return jdbc.sql("insert into identity_totp (account, sealed) values (?, ?) on conflict (account) do update set"
                                + " sealed = excluded.sealed, last_step = 0 where identity_totp.confirmed_at is null")
                        .params(account.value(), sealed)
                        .update()
                == 1;
    }

    /** True for one caller: the step is used up, and an app that was on trial is confirmed. */
    public boolean use(UserId account, long step, Instant now) {
        return jdbc.sql("update identity_totp set last_step = ?, confirmed_at = coalesce(confirmed_at, ?)"
                                + " where account = ? and last_step < ?")
                        .params(step, now.atOffset(ZoneOffset.UTC), account.value(), step)
                        .update()
                == 1;
    }

    public void setCodes(UserId account, Collection<byte[]> hashes) {
        jdbc.sql("delete from identity_recovery_code where account = ?")
                .param(account.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into identity_recovery_code (account, code_hash) values (?, ?)")
                    .params(account.value(), hash)
                    .update();
        }
    }

    /** True for one caller, once. */
    public boolean useCode(UserId account, byte[] hash, Instant now) {
        return jdbc.sql("update identity_recovery_code set used_at = ? where account = ? and code_hash = ?"
                                + " and used_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), account.value(), hash)
                        .update()
                == 1;
    }

    public int codesLeft(UserId account) {
        return jdbc.sql("select count(*) from identity_recovery_code where account = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    public void removeCodes(UserId account) {
        jdbc.sql("delete from identity_recovery_code where account = ?")
                .param(account.value())
                .update();
    }

    /** Whether there was one. */
    public boolean removeApp(UserId account) {
        return jdbc.sql("delete from identity_totp where account = ?")
                        .param(account.value())
                        .update()
                == 1;
    }
}
