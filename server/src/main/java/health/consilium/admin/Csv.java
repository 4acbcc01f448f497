package health.consilium.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as RFC 4180 has them, and so that no spreadsheet takes what somebody typed for a formula. */
public final class Csv {
    /** A column's heading, and what a row has there: a number as it is, anything else as text. */
    public record Column<T>(String heading, Function<T, @Nullable Object> cell) {}

    /** Spreadsheets take UTF-8 for something else without it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r\n";

    private Csv() {}

    public static <T> byte[] of(List<Column<T>> columns, List<T> rows) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        line(text, columns.stream().map(Column::heading).map(Csv::cell).toList());
        for (T row : rows) {
            line(
                    text,
                    columns.stream().map(column -> cell(column.cell.apply(row))).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(","))).append("\r\n");
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    /** An apostrophe in front makes it text in every spreadsheet. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
