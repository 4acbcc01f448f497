package health.consilium.recording;

import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
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
        List<String> lost = masters.stream()
                .filter(one -> one.startsWith("recordings-") && !secrets.has(one))
                .toList();
        if (!lost.isEmpty()) {
            return Found.of(SetupFinding.RECORDING_KEYS_LOST, "keys", String.join(", ", lost));
        }
        return Found.of(masters.isEmpty() ? SetupFinding.RECORDING_NONE : SetupFinding.RECORDING_KEYS);
    }
}
