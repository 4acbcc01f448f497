package health.consilium.recording;

import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The master keys of what was recorded are there. Whether parts are whole, {@code verify-recordings} reads. */
@Component
class RecordingCheck implements SetupCheck {
    private final JdbcClient jdbc;
    private final SecretStore secrets;

    RecordingCheck(JdbcClient jdbc, SecretStore secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Found look() {
        List<String> masters = jdbc.sql("select distinct master from recording_key order by master")
                .query((row, n) -> row.getString(1))
                .list();
        List<String> lost = masters.stream().filter(one -> !secrets.has(one)).toList();
        if (!lost.isEmpty()) {
            return Found.broken(
                    "Master keys of recordings are missing: " + String.join(", ", lost) + ".",
                    "Put secrets/ of the data directory back from your backup.");
        }
        return masters.isEmpty()
                ? Found.notUsed("Nothing was recorded yet.", "")
                : Found.fine("The master keys of recordings are there; consilium verify-recordings reads the parts.");
    }
}
