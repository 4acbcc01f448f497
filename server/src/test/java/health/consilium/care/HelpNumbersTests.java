package health.consilium.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import health.consilium.care.CareProperties.AddressRule;
import health.consilium.care.HelpNumbers.HelpNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpNumbersTests {
    private final HelpNumbers numbers = with(null);

    @Test
    @DisplayName("U9: every line is a country of ISO 3166, none twice, with a number that a telephone can dial")
    void wellFormed() {
        List<String> countries = Arrays.asList(Locale.getISOCountries());
        assertThat(numbers.all()).hasSizeGreaterThan(90);
        assertThat(numbers.all().stream().map(HelpNumber::country))
                .doesNotHaveDuplicates()
                .isSubsetOf(countries);
        assertThat(numbers.all()).allSatisfy(one -> {
            assertThat(one.emergency()).matches("[0-9]{2,5}");
            assertThat(one.crisisLine() == null).isEqualTo(one.crisisName() == null);
        });
    }

    @Test
    @DisplayName("U9: a country that is not in the table has no number, rather than a wrong one")
    void unknown() {
        assertThat(numbers.of("AQ")).isEmpty();
        assertThat(numbers.of(null)).isEmpty();
        assertThat(numbers.of("US").orElseThrow().emergency()).isEqualTo("911");
    }

    @Test
    @DisplayName(
            "U9: each number for emergencies, ambulance and police is one that libphonenumber knows for that country")
    void heldAgainstAnotherList() {
        ShortNumberInfo known = ShortNumberInfo.getInstance();
        assertThat(numbers.all().stream()
                        .flatMap(one -> Stream.of(one.emergency(), one.ambulance(), one.police())
                                .filter(Objects::nonNull)
                                .filter(number -> !known.isEmergencyNumber(number, one.country()))
                                .map(number -> one.country() + " " + number)))
                .isEmpty();
    }

    @Test
    @DisplayName("U9: the clinic's own file takes the place of ours, country by country")
    void theClinicsOwn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "# ours\nDE;112;;110;Krisendienst;0800 1234567\nAQ;911;;;;\n");
        HelpNumbers own = with(file);
        assertThat(own.of("DE").orElseThrow().crisisName()).isEqualTo("Krisendienst");
        assertThat(own.of("AQ").orElseThrow().emergency()).isEqualTo("911");
        assertThat(own.of("FR")).isEqualTo(numbers.of("FR"));
        Files.writeString(file, "DE;one one two;;;;\n");
        assertThatThrownBy(() -> with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("consilium.care.help-numbers")
                .hasMessageContaining("one one two");
    }

    private static HelpNumbers with(@Nullable Path file) {
        return new HelpNumbers(new CareProperties(true, "", AddressRule.REQUIRED, null, file));
    }
}
