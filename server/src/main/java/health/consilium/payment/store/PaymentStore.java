package health.consilium.payment.store;

import health.consilium.identity.UserId;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentStatus;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table payment_payment. A row that is not there reads as unpaid at today's price; locking makes it, at that price for good. */
@Repository
public class PaymentStore {
    private final JdbcClient jdbc;
    private final PaymentProperties price;
    private final Clock clock;

    PaymentStore(JdbcClient jdbc, PaymentProperties price, Clock clock) {
        this.jdbc = jdbc;
        this.price = price;
        this.clock = clock;
    }

    public Payment of(AppointmentId appointment) {
        return jdbc.sql("select * from payment_payment where appointment = ?")
                .param(appointment.value())
                .query(PaymentStore::payment)
                .optional()
                .orElse(unpaid());
    }

    public Map<AppointmentId, Payment> ofAll(Collection<AppointmentId> appointments) {
        Map<AppointmentId, Payment> found = new HashMap<>();
        appointments.forEach(id -> found.put(id, unpaid()));
        jdbc.sql("select * from payment_payment where appointment = any(?)")
                .param(Ids.of(appointments))
                .query((row, n) ->
                        found.put(new AppointmentId(row.getObject("appointment", UUID.class)), payment(row, n)))
                .list();
        return found;
    }

    public Set<AppointmentId> withStatus(Set<PaymentStatus> statuses) {
        return jdbc.sql("select appointment from payment_payment where status = any(?)")
                .param(statuses.stream().map(PaymentStatus::name).toArray(String[]::new))
                .query((row, n) -> new AppointmentId(row.getObject("appointment", UUID.class)))
                .set();
    }

    /** Whoever changes something about an appointment's payment asks this first, and then has it alone until the commit. */
    public Payment lock(AppointmentId appointment) {
        jdbc.sql("insert into payment_payment values (?, 'UNPAID', ?, ?, ?, null, '') on conflict do nothing")
                .params(appointment.value(), price.amountMinor(), price.currency(), Ids.utc(clock.instant()))
                .update();
        return jdbc.sql("select * from payment_payment where appointment = ? for update")
                .param(appointment.value())
                .query(PaymentStore::payment)
                .single();
    }

    public void set(AppointmentId appointment, PaymentStatus status, @Nullable UserId by, String reason) {
        jdbc.sql("update payment_payment set status = ?, changed_at = ?, changed_by = ?, reason = ?"
                        + " where appointment = ?")
                .params(Arrays.asList(
                        status.name(),
                        Ids.utc(clock.instant()),
                        by == null ? null : by.value(),
                        reason,
                        appointment.value()))
                .update();
    }

    private Payment unpaid() {
        return new Payment(PaymentStatus.UNPAID, price.amountMinor(), price.currency());
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("amount_minor"),
                row.getString("currency").strip());
    }
}
