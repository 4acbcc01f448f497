package health.consilium.consultation.store;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.EndReason;
import health.consilium.consultation.PhaseName;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.History;
import health.consilium.consultation.domain.Phase;
import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row of consultation_consultation. */
final class ConsultationRow {
    private ConsultationRow() {}

    static Stored read(ResultSet row, int number) throws SQLException {
        Consultation consultation = new Consultation(
                new ConsultationId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                new UserId(row.getObject("patient", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)),
                required(row, "starts_at"),
                required(row, "ends_at"),
                phase(row),
                new History(
                        row.getBoolean("patient_came"),
                        row.getBoolean("doctor_came"),
                        instant(row, "patient_rang_at"),
                        instant(row, "first_live_at"),
                        row.getInt("warned"),
                        row.getInt("extended_minutes")));
        return new Stored(
                consultation, row.getLong("version"), required(row, "created_at"), required(row, "updated_at"));
    }

    private static Phase phase(ResultSet row) throws SQLException {
        return switch (PhaseName.valueOf(row.getString("phase"))) {
            case SCHEDULED -> new Phase.Scheduled();
            case OPEN -> new Phase.Open();
            case WAITING -> new Phase.Waiting(users(row, "present"), users(row, "media_up"), ring(row));
            case LIVE -> new Phase.Live();
            case INTERRUPTED -> new Phase.Interrupted(users(row, "absent"), required(row, "interrupted_at"));
            case ENDED -> new Phase.Ended(EndReason.valueOf(row.getString("end_reason")), required(row, "ended_at"));
        };
    }

    private static Phase.@Nullable Ring ring(ResultSet row) throws SQLException {
        UUID by = row.getObject("ring_by", UUID.class);
        return by == null ? null : new Phase.Ring(new UserId(by), required(row, "ring_since"));
    }

    private static Set<UserId> users(ResultSet row, String column) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray(column).getArray();
        return Arrays.stream(ids).map(UserId::new).collect(Collectors.toSet());
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
