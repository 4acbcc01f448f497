package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Intake;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table scheduling_intake. */
@Repository
@Transactional
public class IntakeStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void save(AppointmentId appointment, UserId patient, Intake intake) {
        jdbc.sql("insert into scheduling_intake values (?, ?, ?, ?, ?, ?, ?) on conflict (appointment) do update set"
                        + " interpreter = excluded.interpreter, captions = excluded.captions,"
                        + " companion = excluded.companion, screen_reader = excluded.screen_reader,"
                        + " written_at = excluded.written_at")
                .param(appointment.value())
                .param(patient.value())
                .param(intake.interpreter())
                .param(intake.captions())
                .param(intake.companion())
                .param(intake.screenReader())
                .param(utc(clock.instant()))
                .update();
    }

    /** What the patient needed the last time (U4). */
    @Transactional(readOnly = true)
    public Optional<Intake> lastOf(UserId patient) {
        return jdbc.sql("select * from scheduling_intake where patient = ? order by written_at desc limit 1")
                .param(patient.value())
                .query(IntakeStore::intake)
                .optional();
    }

    @Transactional(readOnly = true)
    public Map<AppointmentId, Intake> ofAll(Collection<AppointmentId> appointments) {
        Map<AppointmentId, Intake> found = new HashMap<>();
        jdbc.sql("select * from scheduling_intake where appointment = any(?)")
                .param(appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        found.put(new AppointmentId(row.getObject("appointment", UUID.class)), intake(row, n)))
                .list();
        return found;
    }

    private static Intake intake(ResultSet row, int number) throws SQLException {
        return new Intake(
                row.getString("interpreter"),
                row.getBoolean("captions"),
                row.getBoolean("companion"),
                row.getBoolean("screen_reader"));
    }
}
