package health.consilium.admin;

import health.consilium.admin.Csv.Column;
import health.consilium.admin.PaymentBook.PaymentRowJson;
import health.consilium.admin.PaymentBook.SumJson;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line a sum that came; one for an appointment for which none came. */
final class PaymentTable {
    private record Line(PaymentRowJson row, @Nullable SumJson sum) {}

    private static final List<Column<Line>> COLUMNS = List.of(
            new Column<>("appointment", line -> line.row.appointment()),
            new Column<>("appointment_start", line -> line.row.start()),
            new Column<>("patient", line -> line.row.patient()),
            new Column<>("doctor", line -> line.row.doctor()),
            new Column<>("status", line -> line.row.status()),
            new Column<>("price", line -> amount(line.row.amountMinor(), line.row.currency())),
            new Column<>("currency", line -> line.row.currency()),
            new Column<>("receipt", line -> line.row.receipt()),
            new Column<>("sum", line -> of(line, sum -> amount(sum.amountMinor(), sum.currency()))),
            new Column<>("sum_currency", line -> of(line, SumJson::currency)),
            new Column<>("sum_way", line -> of(line, SumJson::provider)),
            new Column<>("sum_came", line -> of(line, SumJson::cameAt)),
            new Column<>("sum_state", line -> of(line, SumJson::state)),
            new Column<>("sum_why", line -> of(line, SumJson::why)));

    private PaymentTable() {}

    static byte[] of(List<PaymentRowJson> rows) {
        return Csv.of(
                COLUMNS,
                rows.stream()
                        .flatMap(row -> row.sums().isEmpty()
                                ? Stream.of(new Line(row, null))
                                : row.sums().stream().map(sum -> new Line(row, sum)))
                        .toList());
    }

    private static @Nullable Object of(Line line, Function<SumJson, @Nullable Object> what) {
        return line.sum == null ? null : what.apply(line.sum);
    }

    private static BigDecimal amount(long minor, String currency) {
        int digits = Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(2);
        return BigDecimal.valueOf(minor, Math.max(0, digits));
    }
}
