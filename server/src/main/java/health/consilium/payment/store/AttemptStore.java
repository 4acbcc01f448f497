package health.consilium.payment.store;

import health.consilium.payment.spi.OpenedCheckout;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table payment_checkout. */
@Repository
public class AttemptStore {
    private static final String SELECT = "select * from payment_checkout ";

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Attempt attempt) {
        jdbc.sql("insert into payment_checkout values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        attempt.appointment().value(),
                        attempt.number(),
                        attempt.provider(),
                        attempt.state().name(),
                        attempt.amountMinor(),
                        attempt.currency(),
                        attempt.base(),
                        attempt.locale(),
                        Ids.utc(attempt.openedAt()),
                        Ids.utc(attempt.expiresAt()),
                        attempt.session(),
                        attempt.url()))
                .update();
    }

    public Optional<Attempt> latest(AppointmentId appointment) {
        return jdbc.sql(SELECT + "where appointment = ? order by attempt desc limit 1")
                .param(appointment.value())
                .query(AttemptStore::attempt)
                .optional();
    }

    public Optional<Attempt> find(AppointmentId appointment, int number) {
        return jdbc.sql(SELECT + "where appointment = ? and attempt = ?")
                .params(appointment.value(), number)
                .query(AttemptStore::attempt)
                .optional();
    }

    public Optional<Attempt> find(String provider, String session) {
        return jdbc.sql(SELECT + "where provider = ? and session = ?")
                .params(provider, session)
                .query(AttemptStore::attempt)
                .optional();
    }

    /** Those where somebody could still pay. */
    public List<Attempt> open(AppointmentId appointment) {
        return jdbc.sql(SELECT + "where appointment = ? and state = 'OPEN'")
                .param(appointment.value())
                .query(AttemptStore::attempt)
                .list();
    }

    /** The payment system has answered; when its notice was faster, the state stays as the notice has it. */
    public boolean opened(Attempt attempt, OpenedCheckout opened) {
        return jdbc.sql("update payment_checkout set session = ?, url = ?,"
                                + " state = case state when 'OPENING' then 'OPEN' else state end"
                                + " where appointment = ? and attempt = ? and url is null")
                        .params(
                                opened.session(),
                                opened.url(),
                                attempt.appointment().value(),
                                attempt.number())
                        .update()
                == 1;
    }

    public void set(Attempt attempt, Attempt.State state) {
        jdbc.sql("update payment_checkout set state = ? where appointment = ? and attempt = ?")
                .params(state.name(), attempt.appointment().value(), attempt.number())
                .update();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                new AppointmentId(row.getObject("appointment", UUID.class)),
                row.getInt("attempt"),
                row.getString("provider"),
                Attempt.State.valueOf(row.getString("state")),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getString("base"),
                row.getString("locale"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("session"),
                row.getString("url"));
    }
}
