package health.consilium.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The server's own PostgreSQL, for what no page offers yet: putting an appointment in place as an import would. The
 * consultation is made by the server when somebody first asks for it.
 */
public final class Database {
    private final String url;
    private final String password;

    private Database(String url, String password) {
        this.url = url;
        this.password = password;
    }

    static Database of(Path data, Site site) {
        try {
            String port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .get(3)
                    .strip();
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + site.door(Integer.parseInt(port)) + "/consilium",
                    Files.readString(data.resolve("secrets/postgres")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "consilium", password);
    }

    public UUID paidAppointment(Someone patient, Someone doctor, Instant start, Duration length) {
        UUID id = appointment(patient, doctor, start, length);
        pay(id);
        return id;
    }

    /** Paid, and nothing of what is asked on the way in was answered. */
    public UUID unansweredAppointment(Someone patient, Someone doctor, Instant start, Duration length) {
        UUID id = booked(patient, doctor, start, length);
        pay(id);
        return id;
    }

    private void pay(UUID id) {
        update("insert into payment_payment values (?, 'PAID', 4900, 'EUR', now(), null, 'test')", id);
    }

    public UUID appointment(Someone patient, Someone doctor, Instant start, Duration length) {
        UUID id = booked(patient, doctor, start, length);
        prepare(id, patient, start, length);
        return id;
    }

    private UUID booked(Someone patient, Someone doctor, Instant start, Duration length) {
        UUID id = UUID.randomUUID();
        update(
                "update scheduling_appointment set status = 'CANCELLED' where doctor = ? and status = 'BOOKED'"
                        + " and tstzrange(starts_at, ends_at, '[)') && tstzrange(?, ?, '[)')",
                doctor.id(),
                start,
                start.plus(length));
        update(
                "insert into scheduling_appointment values"
                        + " (?, ?, ?, ?, ?, 'Sore throat since Monday', 'BOOKED', now(), null, ?)",
                id,
                patient.id(),
                doctor.id(),
                start,
                start.plus(length),
                start.plus(length));
        return id;
    }

    /** As if the patient had answered on the way in: agreed to care by video, and said where they are. */
    private void prepare(UUID appointment, Someone patient, Instant start, Duration length) {
        update("insert into care_consent_text values ('test', 'test') on conflict do nothing");
        update(
                "insert into care_consent (id, patient, version, language, answer, text, at)"
                        + " select gen_random_uuid(), ?, 1, 'en', 'GIVEN', 'test', now()"
                        + " where not exists (select from care_consent where patient = ?)",
                patient.id(),
                patient.id());
        update(
                "insert into care_visit values (?, ?, 'Linden Street 4, Berlin', 'DE', '+49 30 5550100', null, null, ?, ?)",
                appointment,
                patient.id(),
                start.plus(length),
                start);
    }

    public long count(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever wants to change the consultation of an appointment waits until this is over, or the database gone. */
    public void holding(UUID appointment, Runnable meantime) {
        try (Connection connection = connect();
                PreparedStatement lock = connection.prepareStatement(
                        "select id from consultation_consultation where appointment = ? for update")) {
            connection.setAutoCommit(false);
            lock.setObject(1, appointment);
            lock.executeQuery();
            meantime.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void update(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
        }
    }
}
