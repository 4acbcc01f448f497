package health.consilium.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.care.HelpNumbers.HelpNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HelpNumbersTests {
    private final HelpNumbers numbers = new HelpNumbers();

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
}
