package health.consilium.care.store;

import health.consilium.identity.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table care_licence. */
@Repository
public class LicenceStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    LicenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Map<UserId, String> all() {
        Map<UserId, String> all = new HashMap<>();
        jdbc.sql("select doctor, licence from care_licence").query(row -> {
            all.put(new UserId(row.getObject("doctor", UUID.class)), row.getString("licence"));
        });
        return all;
    }

    public Optional<String> of(UserId doctor) {
        return jdbc.sql("select licence from care_licence where doctor = ?")
                .param(doctor.value())
                .query(String.class)
                .optional();
    }

    /** @param licence empty: none is shown */
    public void save(UserId doctor, String licence, UserId by) {
        if (licence.isBlank()) {
            jdbc.sql("delete from care_licence where doctor = ?")
                    .param(doctor.value())
                    .update();
            return;
        }
        jdbc.sql("insert into care_licence values (?, ?, ?, ?) on conflict (doctor) do update set"
                        + " licence = excluded.licence, changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at")
                .params(
                        doctor.value(),
                        licence.strip(),
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
