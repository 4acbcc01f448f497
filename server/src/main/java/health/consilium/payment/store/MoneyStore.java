package health.consilium.payment.store;

import health.consilium.payment.Money;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table payment_money. */
@Repository
public class MoneyStore {
    private static final String SELECT = "select * from payment_money ";

    private final JdbcClient jdbc;

    MoneyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Money money) {
        jdbc.sql("insert into payment_money values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        money.id(),
                        money.appointment().value(),
                        money.provider(),
                        money.reference(),
                        money.amountMinor(),
                        money.currency(),
                        Ids.utc(money.cameAt()),
                        money.state().name(),
                        money.counts(),
                        money.byHand(),
                        money.refund(),
                        money.why()))
                .update();
    }

    public Optional<Money> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(MoneyStore::money)
                .optional();
    }

    public Optional<Money> find(String provider, String reference) {
        return jdbc.sql(SELECT + "where provider = ? and reference = ?")
                .params(provider, reference)
                .query(MoneyStore::money)
                .optional();
    }

    /** The sum that pays, or paid, the appointment. */
    public Optional<Money> thatCounts(AppointmentId appointment) {
        return jdbc.sql(SELECT + "where appointment = ? and counts")
                .param(appointment.value())
                .query(MoneyStore::money)
                .optional();
    }

    public Map<AppointmentId, List<Money>> of(Collection<AppointmentId> appointments) {
        return jdbc
                .sql(SELECT + "where appointment = any(?) order by came_at, id")
                .param(Ids.of(appointments))
                .query(MoneyStore::money)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Money::appointment));
    }

    public List<Money> due() {
        return jdbc.sql(SELECT + "where state = 'REFUND_DUE' order by came_at, id")
                .query(MoneyStore::money)
                .list();
    }

    public void owed(UUID id, boolean byHand, String why) {
        jdbc.sql("update payment_money set state = 'REFUND_DUE', by_hand = ?, why = ? where id = ?")
                .params(byHand, why, id)
                .update();
    }

    /** What the payment system calls the refund that it has taken on. */
    public void sent(UUID id, @Nullable String refund) {
        jdbc.sql("update payment_money set refund_reference = ? where id = ?")
                .params(Arrays.asList(refund, id))
                .update();
    }

    public void wentBack(UUID id, @Nullable String refund) {
        jdbc.sql("update payment_money set state = 'REFUNDED', refund_reference = coalesce(?, refund_reference)"
                        + " where id = ?")
                .params(Arrays.asList(refund, id))
                .update();
    }

    private static Money money(ResultSet row, int number) throws SQLException {
        return new Money(
                row.getObject("id", UUID.class),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                row.getString("provider"),
                row.getString("reference"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                Money.State.valueOf(row.getString("state")),
                row.getBoolean("counts"),
                row.getBoolean("by_hand"),
                row.getString("refund_reference"),
                row.getString("why"));
    }
}
