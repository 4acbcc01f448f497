package health.consilium.recording.vault;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.recording.WatchableRecordings;
import health.consilium.recording.spi.KeyWrapping;
import health.consilium.recording.spi.KeyWrapping.Wrapped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table recording_key: one 256-bit key a recording, wrapped. Without its key a recording is noise, and stays so. */
@Component
public class Vault implements WatchableRecordings {
    private static final Logger log = LoggerFactory.getLogger(Vault.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final KeyWrapping wrapping;
    private final AtomicBoolean left = new AtomicBoolean(true);

    Vault(JdbcClient jdbc, KeyWrapping wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    /** Makes the key of a recording, once. */
    public void prepare(UUID recording) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Wrapped wrapped = wrapping.wrap(recording, Secret.of(key));
        jdbc.sql("insert into recording_key values (?, ?, ?) on conflict do nothing")
                .params(recording, wrapped.master(), wrapped.bytes())
                .update();
    }

    /** Empty when the key was destroyed. @throws Problem RECORDING_UNAVAILABLE when it does not open */
    public Optional<Cipher256> of(UUID recording) {
        return wrapped(recording).map(wrapped -> {
            try {
                return new Cipher256(wrapping.unwrap(recording, wrapped));
            } catch (GeneralSecurityException e) {
                throw new Problem(
                        ErrorCode.RECORDING_UNAVAILABLE,
                        "The key of this recording is lost. Nobody can read it. Please ask the clinic.");
            }
        });
    }

    @Override
    public boolean has(UUID recording) {
        return wrapped(recording).isPresent();
    }

    /** From now on nobody can read the recording, whatever copies of its segments there are. */
    public boolean destroy(UUID recording) {
        boolean destroyed = jdbc.sql("delete from recording_key where recording = ?")
                        .param(recording)
                        .update()
                > 0;
        if (destroyed) {
            left.set(true);
        }
        return destroyed;
    }

    /**
     * What a database deletes stays in its files until the place is needed: they are written anew, without the keys that were
     * destroyed since, or before the server began. Outside of any transaction.
     */
    public void forgetDestroyed() {
        if (left.compareAndSet(true, false)) {
            jdbc.sql("vacuum (full) recording_key").update();
        }
    }

    /**
     * After a change of the master key: the keys of recordings are wrapped anew, their segments stay as they are. One that
     * does not open is left alone and said: calls must go on.
     *
     * @return how many
     */
    @Transactional
    public int rewrap() {
        int wrapped = 0;
        for (UUID recording : jdbc.sql("select recording from recording_key where master <> ? for update")
                .param(wrapping.current())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()) {
            try {
                rewrap(recording, wrapped(recording).orElseThrow());
                wrapped++;
            } catch (GeneralSecurityException e) {
                log.error(
                        "the key of recording {} does not open: is its master key still among the secrets?", recording);
            }
        }
        return wrapped;
    }

    /** Under which master keys there are keys of recordings. */
    Set<String> masters() {
        return jdbc.sql("select distinct master from recording_key")
                .query((row, n) -> row.getString("master"))
                .set();
    }

    private void rewrap(UUID recording, Wrapped old) throws GeneralSecurityException {
        Wrapped anew = wrapping.wrap(recording, wrapping.unwrap(recording, old));
        jdbc.sql("update recording_key set master = ?, wrapped = ? where recording = ?")
                .params(anew.master(), anew.bytes(), recording)
                .update();
    }

    private Optional<Wrapped> wrapped(UUID recording) {
        return jdbc.sql("select master, wrapped from recording_key where recording = ?")
                .param(recording)
                .query((row, n) -> new Wrapped(row.getString("master"), row.getBytes("wrapped")))
                .optional();
    }
}
