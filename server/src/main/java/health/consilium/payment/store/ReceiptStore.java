package health.consilium.payment.store;

import health.consilium.identity.UserId;
import health.consilium.payment.Money;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.Receipt;
import health.consilium.payment.Receipts;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tables payment_receipt and payment_receipt_year. A year's row is locked until the commit, so that no number is lost or given twice. */
@Repository
public class ReceiptStore implements Receipts {
    private final JdbcClient jdbc;
    private final PaymentProperties settings;
    private final String clinic;
    private final Clock clock;

    ReceiptStore(
            JdbcClient jdbc,
            PaymentProperties settings,
            @Value("${consilium.name:Consilium}") String clinic,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @return its number */
    public String issue(Appointment appointment, Money money) {
        int year = clock.instant().atZone(settings.receiptZone()).getYear();
        int number = jdbc.sql("insert into payment_receipt_year values (?, 1)"
                        + " on conflict (year) do update set last = payment_receipt_year.last + 1 returning last")
                .param(year)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into payment_receipt values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        year,
                        number,
                        money.id(),
                        appointment.id().value(),
                        Ids.utc(clock.instant()),
                        clinic,
                        appointment.patient().value(),
                        appointment.doctor().value(),
                        Ids.utc(appointment.start()),
                        money.amountMinor(),
                        money.currency(),
                        money.provider(),
                        settings.taxPercent(),
                        settings.taxNote()))
                .update();
        return words(year, number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Receipt> of(AppointmentId appointment) {
        return jdbc.sql("select r.*, m.state from payment_receipt r join payment_money m on m.id = r.money"
                        + " where r.appointment = ? order by r.year desc, r.number desc limit 1")
                .param(appointment.value())
                .query(ReceiptStore::receipt)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AppointmentId, String> numbers(Collection<AppointmentId> appointments) {
        Map<AppointmentId, String> numbers = new HashMap<>();
        jdbc.sql("select appointment, year, number from payment_receipt where appointment = any(?)"
                        + " order by year, number")
                .param(Ids.of(appointments))
                .query((row, n) -> numbers.put(
                        new AppointmentId(row.getObject("appointment", UUID.class)),
                        words(row.getInt("year"), row.getInt("number"))))
                .list();
        return numbers;
    }

    private static String words(int year, int number) {
        return "%d-%06d".formatted(year, number);
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        long amount = row.getLong("amount_minor");
        return new Receipt(
                words(row.getInt("year"), row.getInt("number")),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("clinic"),
                new UserId(row.getObject("patient", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                amount,
                row.getString("currency"),
                row.getString("method"),
                row.getBigDecimal("tax_percent"),
                row.getString("tax_note"),
                row.getString("state").equals(Money.State.REFUNDED.name()) ? amount : 0);
    }
}
