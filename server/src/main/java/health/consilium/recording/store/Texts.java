package health.consilium.recording.store;

import health.consilium.kernel.Sha256;
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
        String sha256 = Sha256.hex(text);
        jdbc.sql("insert into recording_text values (?, ?) on conflict do nothing")
                .params(sha256, text)
                .update();
        return sha256;
    }
}
