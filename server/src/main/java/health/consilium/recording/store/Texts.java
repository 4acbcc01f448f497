package health.consilium.recording.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_text: what people read before they answered, each text once, so that it can be read again in ten years. */
@Repository
public class Texts {
    private final JdbcClient jdbc;

    Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its SHA-256 in hex, as the ledger names it */
    public String keep(String text) {
        String sha256 = sha256(text);
        jdbc.sql("insert into recording_text values (?, ?) on conflict do nothing")
                .params(sha256, text)
                .update();
        return sha256;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
