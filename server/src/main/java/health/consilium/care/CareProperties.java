package health.consilium.care;

import health.consilium.kernel.SettingCheck;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked before care.
 *
 * @param consentRequired whether a patient may come in only after agreeing to care by video
 * @param consentTexts where the wording lies: a folder for each version, named by its number, with a file for each language such as en.txt; a clinic's own begins with file:
 * @param address REQUIRED: an address, or the word that it cannot be given; OPTIONAL: asked, may be left empty; NOT_ASKED
 * @param country the country of the clinic (ISO 3166, for example DE), chosen beforehand where the patient has said none yet
 * @param helpNumbers a file with emergency numbers and crisis lines of the clinic's own choice, in the form of care/help-numbers.csv; each country in it takes the place of ours
 */
@ConfigurationProperties("consilium.care")
public record CareProperties(
        @DefaultValue("true") boolean consentRequired,
        @DefaultValue("classpath:consent/telehealth/") String consentTexts,
        @DefaultValue("REQUIRED") AddressRule address,
        @Nullable String country,
        @Nullable Path helpNumbers) {
    public CareProperties {
        SettingCheck.require(
                country == null || country.isEmpty() || country.matches("[A-Z]{2}"),
                "consilium.care.country",
                String.valueOf(country),
                "a country has two capital letters, for example DE");
    }

    /** Whether patients say where they are. */
    public enum AddressRule {
        REQUIRED,
        OPTIONAL,
        NOT_ASKED
    }
}
