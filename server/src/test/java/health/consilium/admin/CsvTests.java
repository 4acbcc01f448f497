package health.consilium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.admin.Csv.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://x\")",
                "+49 30 1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1"
            })
    @DisplayName("Q6: what somebody typed is never a formula")
    void noFormulas(String typed) {
        assertThat(Csv.cell(typed)).matches("(?s)\"?'.*");
    }

    @Test
    @DisplayName("numbers stay numbers, negative ones too; nothing stays nothing")
    void plain() {
        assertThat(List.of(Csv.cell(-3), Csv.cell(4.25), Csv.cell(null), Csv.cell("Dr Weber")))
                .containsExactly("-3", "4.25", "", "Dr Weber");
    }

    @Test
    @DisplayName("RFC 4180: commas, quotes and line breaks stay inside their cell")
    void quoted() {
        assertThat(Csv.cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(Csv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(Csv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    @DisplayName("a table has a heading, a line each, and tells spreadsheets its encoding")
    void table() {
        byte[] table = Csv.of(
                List.of(new Column<String>("name", name -> name), new Column<>("length", String::length)),
                List.of("Müller", "Weber"));
        assertThat(new String(table, StandardCharsets.UTF_8)).isEqualTo("\uFEFFname,length\r\nMüller,6\r\nWeber,5\r\n");
    }
}
