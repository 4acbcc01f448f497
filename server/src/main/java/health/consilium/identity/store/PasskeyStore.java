package health.consilium.identity.store;

import health.consilium.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_passkey. */
@Repository
public class PasskeyStore {
    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param attested credential id and public key as the device said them
     * @param signCount how often the device has signed with it; 0 where it does not count
     * @param backupEligible whether the device may copy it to others of its owner
     * @param transports how browsers reach the device, for example internal or usb
     */
    public record Passkey(
            UUID id,
            UserId account,
            byte[] credentialId,
            byte[] attested,
            long signCount,
            boolean backupEligible,
            List<String> transports,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    /** False when somebody has a passkey of that id already. */
    public boolean insert(Passkey passkey) {
        return jdbc.sql("insert into identity_passkey (id, account, credential_id, attested, sign_count,"
                                + " backup_eligible, transports, name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (credential_id) do nothing")
                        .params(
                                passkey.id(),
                                passkey.account().value(),
                                passkey.credentialId(),
                                passkey.attested(),
                                passkey.signCount(),
                                passkey.backupEligible(),
                                String.join(",", passkey.transports()),
                                passkey.name(),
                                passkey.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The oldest first. */
    public List<Passkey> of(UserId account) {
        return jdbc.sql("select * from identity_passkey where account = ? order by created_at, id")
                .param(account.value())
                .query(PasskeyStore::passkey)
                .list();
    }

    public boolean any(UserId account) {
        return jdbc.sql("select exists (select 1 from identity_passkey where account = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Passkey> withCredential(byte[] credentialId) {
        return jdbc.sql("select * from identity_passkey where credential_id = ?")
                .param(credentialId)
                .query(PasskeyStore::passkey)
                .optional();
    }

    /** False when its counter stands there or further already: of two at the same moment one is a copy. */
    public boolean use(UUID id, long signCount, Instant now) {
        return jdbc.sql("update identity_passkey set sign_count = ?, used_at = ? where id = ?"
                                + " and (sign_count < ? or (sign_count = 0 and ? = 0))")
                        .params(signCount, now.atOffset(ZoneOffset.UTC), id, signCount, signCount)
                        .update()
                == 1;
    }

    /** Whether there was such a one of that person. */
    public boolean remove(UUID id, UserId account) {
        return jdbc.sql("delete from identity_passkey where id = ? and account = ?")
                        .params(id, account.value())
                        .update()
                == 1;
    }

    /** Whether there was one. */
    public boolean removeAll(UserId account) {
        return jdbc.sql("delete from identity_passkey where account = ?")
                        .param(account.value())
                        .update()
                > 0;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        String transports = row.getString("transports");
        Timestamp used = row.getTimestamp("used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("account", UUID.class)),
                row.getBytes("credential_id"),
                row.getBytes("attested"),
                row.getLong("sign_count"),
                row.getBoolean("backup_eligible"),
                transports.isEmpty() ? List.of() : Arrays.asList(transports.split(",")),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
