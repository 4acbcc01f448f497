package health.consilium.audit.chain;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the chain ended some while ago, outside of the database: in {@code audit/audit-head.json} below the data directory,
 * with an HMAC, and in the log. A chain alone does not tell that its end was cut off or that all of it was written anew.
 */
@Component
public class ExportedHead {
    private static final Logger LOG = LoggerFactory.getLogger(ExportedHead.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChainStore store;
    private final DataDirectory data;
    private final SecretStore secrets;
    private final Clock clock;

    ExportedHead(ChainStore store, DataDirectory data, SecretStore secrets, Clock clock) {
        this.store = store;
        this.data = data;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param genuine whether this installation wrote it */
    record Kept(long number, String hash, Instant at, boolean genuine) {}

    /** Never over a head that the chain does not know any more: that one is the proof. */
    public void export() {
        Kept kept = read();
        ChainHead head = store.head();
        if (kept != null && kept.number == head.number() && kept.hash.equals(head.hash())) {
            return;
        }
        if (kept != null && !known(kept)) {
            LOG.error(
                    "The audit trail does not hold entry {} as it was kept. Run: consilium verify-audit", kept.number);
            return;
        }
        write(head);
        LOG.info("audit head {} {}", head.number(), head.hash());
    }

    boolean known(Kept kept) {
        return kept.genuine
                && (kept.number == 0
                        || store.find(kept.number)
                                .filter(link -> link.hash().equals(kept.hash))
                                .isPresent());
    }

    /** The one that was kept last; null when there is none. */
    @Nullable
    Kept read() {
        Path file = file();
        if (Files.notExists(file)) {
            return null;
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            long number = json.path("number").asLong(0);
            String hash = json.path("hash").asString("");
            Instant at = Instant.parse(json.path("at").asString(""));
            boolean genuine = MessageDigest.isEqual(
                    mac(number, hash, at).getBytes(StandardCharsets.UTF_8),
                    json.path("mac").asString("").getBytes(StandardCharsets.UTF_8));
            return new Kept(number, hash, at, genuine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException | java.time.DateTimeException e) {
            return new Kept(0, "", Instant.EPOCH, false);
        }
    }

    private void write(ChainHead head) {
        Instant at = clock.instant();
        Map<String, Object> json = new TreeMap<>(Map.of(
                "number", head.number(),
                "hash", head.hash(),
                "at", at.toString(),
                "mac", mac(head.number(), head.hash(), at)));
        try {
            Path fresh = Files.createTempFile(file().getParent(), ".head", "");
            Files.writeString(fresh, JSON.writeValueAsString(json) + "\n");
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return data.directory("audit").resolve("audit-head.json");
    }

    private String mac(long number, String hash, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = secrets.named("audit-head").reveal().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] said = "%d %s %s".formatted(number, hash, at).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(said));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
