package health.consilium.readiness.store;

import health.consilium.identity.UserId;
import health.consilium.readiness.DeviceCheck;
import health.consilium.readiness.DeviceChecks;
import health.consilium.readiness.Finding;
import health.consilium.readiness.Measured;
import health.consilium.readiness.Measured.Transport;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table readiness_check. */
@Repository
@Transactional
class CheckStore implements DeviceChecks {
    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AppointmentId, Map<UserId, DeviceCheck>> ofAll(Collection<AppointmentId> appointments) {
        Map<AppointmentId, Map<UserId, DeviceCheck>> found = new HashMap<>();
        UUID[] ids = appointments.stream().map(AppointmentId::value).toArray(UUID[]::new);
        jdbc.sql("select * from readiness_check where appointment = any(?)")
                .param(ids)
                .query((row, n) -> found.computeIfAbsent(
                                new AppointmentId(row.getObject("appointment", UUID.class)), id -> new HashMap<>())
                        .put(new UserId(row.getObject("person", UUID.class)), check(row)))
                .list();
        return found;
    }

    @Override
    public void save(AppointmentId appointment, UserId person, DeviceCheck check) {
        Measured measured = check.measured();
        jdbc.sql("insert into readiness_check values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (appointment, person)"
                        + " do update set findings = excluded.findings, relays = excluded.relays,"
                        + " rtt_ms = excluded.rtt_ms, jitter_ms = excluded.jitter_ms,"
                        + " loss_percent = excluded.loss_percent, kbps = excluded.kbps, tested_at = excluded.tested_at")
                .param(appointment.value())
                .param(person.value())
                .param(names(check.findings()))
                .param(names(measured.relays()))
                .param(measured.rttMs())
                .param(measured.jitterMs())
                .param(measured.lossPercent())
                .param(measured.kbps())
                .param(check.testedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void forget(AppointmentId appointment) {
        jdbc.sql("delete from readiness_check where appointment = ?")
                .param(appointment.value())
                .update();
    }

    /** Appointments that have checks. */
    Set<AppointmentId> appointments() {
        return jdbc.sql("select distinct appointment from readiness_check")
                .query((row, n) -> new AppointmentId(row.getObject("appointment", UUID.class)))
                .set();
    }

    private static DeviceCheck check(ResultSet row) throws SQLException {
        return new DeviceCheck(
                set(row, "findings", Finding::valueOf),
                new Measured(
                        set(row, "relays", Transport::valueOf),
                        row.getObject("rtt_ms", Integer.class),
                        row.getObject("jitter_ms", Integer.class),
                        row.getObject("loss_percent", Integer.class),
                        row.getObject("kbps", Integer.class)),
                row.getObject("tested_at", OffsetDateTime.class).toInstant());
    }

    private static String[] names(Set<? extends Enum<?>> codes) {
        return codes.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }
}
