package health.consilium.recording.vault;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SecretStore;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.KeyWrapping;
import health.consilium.recording.spi.KeyWrapping.Wrapped;
import jakarta.annotation.PostConstruct;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secrets that recordings need and that are not there, or are others than before. A secret that is missing would be made anew
 * and everything would seem to work, until somebody wants to see a recording: so the program does not start.
 */
@Component
class LostKeys {
    private static final Logger log = LoggerFactory.getLogger(LostKeys.class);
    /** Of each master key: a single key that was damaged says nothing about it. */
    private static final int LOOKED_AT = 3;

    private static final String LEDGER = "recording-ledger";

    private final JdbcClient jdbc;
    private final KeyWrapping wrapping;
    private final SecretStore secrets;
    private final RecordingProperties settings;

    LostKeys(JdbcClient jdbc, KeyWrapping wrapping, SecretStore secrets, RecordingProperties settings) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
        this.secrets = secrets;
        this.settings = settings;
    }

    private record Master(String name, int recordings) {}

    private record Sample(UUID recording, Wrapped wrapped) {}

    @PostConstruct
    void refuseToForget() {
        for (Master master : masters()) {
            if (samples(master.name).stream().noneMatch(this::opens)) {
                missed(
                        master.name,
                        "It is the master key of %d recordings: without it nobody can ever see them again."
                                .formatted(master.recordings));
            }
        }
        int ledgers = jdbc.sql("select count(*) from recording where ledger_head is not null")
                .query(Integer.class)
                .single();
        if (ledgers > 0 && !secrets.has(LEDGER)) {
            missed(
                    LEDGER,
                    "It seals the ledgers of %d recordings: without it nobody can prove what people agreed to."
                            .formatted(ledgers));
        }
    }

    private void missed(String secret, String meaning) {
        String why = "The file secrets/%s is missing, or another one than before. %s".formatted(secret, meaning);
        if (settings.lostSecrets().contains(secret)) {
            log.error("{} It was given up by consilium.recording.lost-secrets.", why);
            return;
        }
        throw new CannotStart(
                why,
                "Put secrets/ of the data directory back from your backup. If there is none, and only then: set"
                        + " consilium.recording.lost-secrets=" + secret
                        + (secret.equals(wrapping.current()) ? " and raise consilium.recording.master-key." : "."));
    }

    private List<Master> masters() {
        return jdbc.sql("select master, count(*) from recording_key group by master order by master")
                .query((row, n) -> new Master(row.getString(1), row.getInt(2)))
                .list();
    }

    private List<Sample> samples(String master) {
        return jdbc.sql("select recording, wrapped from recording_key where master = ? order by recording limit ?")
                .params(master, LOOKED_AT)
                .query((row, n) -> new Sample(
                        row.getObject("recording", UUID.class), new Wrapped(master, row.getBytes("wrapped"))))
                .list();
    }

    private boolean opens(Sample sample) {
        try {
            wrapping.unwrap(sample.recording, sample.wrapped);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
