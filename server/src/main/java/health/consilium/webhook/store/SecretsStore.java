package health.consilium.webhook.store;

import health.consilium.kernel.KeyRing;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.Sha256;
import health.consilium.webhook.WebhookProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table webhook_secret. What signs has to be had again in the clear, so it is sealed (AES-256-GCM, bound to its row) under a
 * secret of this installation that is not in the database.
 */
@Repository("webhookSecretsStore")
public class SecretsStore {
    private static final Logger log = LoggerFactory.getLogger(SecretsStore.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final WebhookProperties settings;
    private final Clock clock;

    SecretsStore(JdbcClient jdbc, SecretStore secrets, WebhookProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.ring = new KeyRing(secrets, "webhooks");
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

    /** Under a new key. One that does not open is left alone and said. @return how many */
    int sealAnew() {
        ring.advance();
        Map<UUID, byte[]> all = new HashMap<>();
        jdbc.sql("select id, sealed from webhook_secret for update").query(row -> {
            all.put(row.getObject("id", UUID.class), row.getBytes("sealed"));
        });
        int done = 0;
        for (Map.Entry<UUID, byte[]> one : all.entrySet()) {
            try {
                byte[] key = open(one.getValue(), one.getKey());
                jdbc.sql("update webhook_secret set sealed = ? where id = ?")
                        .params(seal(key, one.getKey()), one.getKey())
                        .update();
                done++;
            } catch (IllegalStateException e) {
                log.error("secret {} of a webhook does not open", one.getKey());
            }
        }
        return done;
    }

    private byte[] seal(byte[] key, UUID row) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = apply(Cipher.ENCRYPT_MODE, ring.newestFirst().getFirst(), nonce, key, row);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    private byte[] open(byte[] whole, UUID row) {
        byte[] nonce = Arrays.copyOf(whole, NONCE);
        byte[] text = Arrays.copyOfRange(whole, NONCE, whole.length);
        GeneralSecurityException last = new GeneralSecurityException("no key");
        for (Secret<String> key : ring.newestFirst()) {
            try {
                return apply(Cipher.DECRYPT_MODE, key, nonce, text, row);
            } catch (GeneralSecurityException another) {
                last = another;
            }
        }
        throw new IllegalStateException(
                "A webhook's secret cannot be read: secrets/webhooks is not the one that sealed it.", last);
    }

    private static byte[] apply(int mode, Secret<String> named, byte[] nonce, byte[] what, UUID row)
            throws GeneralSecurityException {
        byte[] key = Sha256.of(named.reveal());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.toString().getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(what);
    }
}
