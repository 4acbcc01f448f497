package health.consilium.scheduling.store;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A row of scheduling_appointment as a value. */
final class Rows {
    static final String SELECT = "select * from scheduling_appointment ";

    private Rows() {}

    static Appointment appointment(ResultSet row, int number) throws SQLException {
        OffsetDateTime heldUntil = row.getObject("held_until", OffsetDateTime.class);
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("patient", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                AppointmentStatus.valueOf(row.getString("status")),
                heldUntil == null ? null : heldUntil.toInstant(),
                row.getInt("revision"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
