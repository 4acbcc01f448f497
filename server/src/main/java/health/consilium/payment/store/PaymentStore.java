package health.consilium.payment.store;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table payment_payment. A row that is not there reads as unpaid at today's price. */
@Repository
@Transactional
class PaymentStore implements Payments {
    private final JdbcClient jdbc;
    private final PaymentProperties price;
    private final Appointments appointments;
    private final Clock clock;

    PaymentStore(JdbcClient jdbc, PaymentProperties price, Appointments appointments, Clock clock) {
        this.jdbc = jdbc;
        this.price = price;
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Payment of(AppointmentId appointment) {
        return jdbc.sql("select * from payment_payment where appointment = ?")
                .param(appointment.value())
                .query(PaymentStore::payment)
                .optional()
                .orElse(unpaid());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AppointmentId, Payment> ofAll(Collection<AppointmentId> appointments) {
        Map<AppointmentId, Payment> found = new HashMap<>();
        appointments.forEach(id -> found.put(id, unpaid()));
        UUID[] ids = appointments.stream().map(AppointmentId::value).toArray(UUID[]::new);
        jdbc.sql("select * from payment_payment where appointment = any(?)")
                .param(ids)
                .query((row, n) ->
                        found.put(new AppointmentId(row.getObject("appointment", UUID.class)), payment(row, n)))
                .list();
        return found;
    }

    @Override
    public Payment markPaid(AppointmentId appointment, UserId by, String reason) {
        refuseWhenCancelled(appointment);
        int written = jdbc.sql("insert into payment_payment values (?, 'PAID', ?, ?, ?, ?, ?)"
                        + " on conflict (appointment) do update set status = 'PAID', changed_at = excluded.changed_at,"
                        + " changed_by = excluded.changed_by, reason = excluded.reason"
                        + " where payment_payment.status = 'UNPAID'")
                .params(
                        appointment.value(),
                        price.amountMinor(),
                        price.currency(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.value(),
                        reason)
                .update();
        if (written == 0) {
            throw new Problem(ErrorCode.ALREADY_PAID, "This appointment is already paid. Nothing more is owed.");
        }
        return of(appointment);
    }

    /** Nobody should pay for what will not take place, and nothing would owe it back. */
    private void refuseWhenCancelled(AppointmentId id) {
        Appointment appointment = appointments
                .find(id)
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            throw new Problem(
                    ErrorCode.APPOINTMENT_CANCELLED,
                    "This appointment was cancelled, so there is nothing to pay. Please book a new one.");
        }
    }

    @Override
    public void markRefundDue(AppointmentId appointment, String reason) {
        jdbc.sql("update payment_payment set status = 'REFUND_DUE', changed_at = ?, changed_by = null, reason = ?"
                        + " where appointment = ? and status = 'PAID'")
                .params(clock.instant().atOffset(ZoneOffset.UTC), reason, appointment.value())
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
