package health.consilium.prescription.store;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table prescription_prescriber: under which number a doctor may prescribe. */
@Repository
public class PrescriberStore {
    private final JdbcClient jdbc;

    PrescriberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> licence(UserId doctor) {
        return jdbc.sql("select licence from prescription_prescriber where doctor = ?")
                .param(doctor.value())
                .query(String.class)
                .optional();
    }

    public void save(UserId doctor, String licence, Instant now) {
        jdbc.sql("insert into prescription_prescriber values (?, ?, ?) on conflict (doctor) do update"
                        + " set licence = excluded.licence, changed_at = excluded.changed_at")
                .params(doctor.value(), licence, now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
