package health.consilium.recording.store;

import health.consilium.kernel.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where the ledger of a recording ends: an HMAC of how many entries there are and of the last one's hash, in table recording.
 * A chain alone does not tell that its end was cut off, nor that all of it was written anew; this does, and whoever has only
 * the database cannot make one.
 */
@Repository
class LedgerHead {
    private final JdbcClient jdbc;
    private final SecretStore secrets;

    LedgerHead(JdbcClient jdbc, SecretStore secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void move(UUID recording, int entries, String hash) {
        jdbc.sql("update recording set ledger_head = ? where id = ?")
                .params(head(recording, entries, hash), recording)
                .update();
    }

    boolean is(UUID recording, int entries, String hash) {
        byte[] expected = head(recording, entries, hash);
        return jdbc
                .sql("select ledger_head from recording where id = ?")
                .param(recording)
                .query((row, n) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(head -> head != null && MessageDigest.isEqual(head, expected));
    }

    private byte[] head(UUID recording, int entries, String hash) {
        byte[] key = secrets.named("recording-ledger").reveal().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal("%s %d %s".formatted(recording, entries, hash).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
