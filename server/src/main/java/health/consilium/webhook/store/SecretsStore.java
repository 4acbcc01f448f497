package health.consilium.webhook.store;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.webhook.WebhookProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table webhook_secret. What signs has to be had again in the clear, so it is sealed (AES-256-GCM, bound to its row) under a
 * secret of this installation that is not in the database.
 */
@Repository("webhookSecretsStore")
public class SecretsStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final JdbcClient jdbc;
    private final SecretStore secrets;
    private final WebhookProperties settings;
    private final Clock clock;

    SecretsStore(JdbcClient jdbc, SecretStore secrets, WebhookProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new one, which signs from now on; those before it sign along for a while. Shown once, never again. */
    public Secret<String> rotate(UUID endpoint) {
        Instant now = clock.instant();
        jdbc.sql("update webhook_secret set expires_at = ? where endpoint = ? and expires_at is null")
                .params(now.plus(settings.overlap()).atOffset(ZoneOffset.UTC), endpoint)
                .update();
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into webhook_secret values (?, ?, ?, ?, null)")
                .params(id, endpoint, seal(key, id), now.atOffset(ZoneOffset.UTC))
                .update();
        return Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    /** Those that sign now, the newest first. */
    public List<Secret<byte[]>> of(UUID endpoint) {
        return jdbc.sql("select id, sealed from webhook_secret where endpoint = ?"
                        + " and (expires_at is null or expires_at > ?) order by created_at desc, id")
                .params(endpoint, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> Secret.of(open(row.getBytes("sealed"), row.getObject("id", UUID.class))))
                .list();
    }

    private byte[] seal(byte[] key, UUID row) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, key, row);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    private byte[] open(byte[] whole, UUID row) {
        return apply(
                Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), Arrays.copyOfRange(whole, NONCE, whole.length), row);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] what, UUID row) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A webhook's secret cannot be read: secrets/webhooks is not the one that sealed it.", e);
        }
    }

    private SecretKey key() throws GeneralSecurityException {
        byte[] named = secrets.named("webhooks").reveal().getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(named), "AES");
    }
}
