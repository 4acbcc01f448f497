package health.consilium.care.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.care.CareProperties;
import health.consilium.care.CareProperties.AddressRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U6: a clinic puts a new wording beside the old one, and from the next start on it is the one that is asked. */
class ConsentTextsTests {
    @TempDir
    private Path folder;

    private ConsentTexts texts() throws IOException {
        return new ConsentTexts(
                new CareProperties(true, "file:" + folder, AddressRule.REQUIRED, null, null), "Hill Clinic");
    }

    private void write(String file, String words) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), words);
    }

    @Test
    @DisplayName(
            "U6: version 2 takes the place of version 1, also in languages that have no version 2 yet; 10 comes after 9")
    void theNewest() throws IOException {
        write("1/en.txt", "One\n\nAt {clinic}.");
        write("1/de.txt", "Eins");
        assertThat(texts().current()).isEqualTo(1);
        assertThat(texts().in("de-AT").title()).isEqualTo("Eins");
        write("2/en.txt", "Two\n\nAt {clinic}.");
        assertThat(texts().current()).isEqualTo(2);
        assertThat(texts().in("de").version())
                .as("nobody agrees to an old wording because theirs is late")
                .isEqualTo(2);
        assertThat(texts().in("de").language()).isEqualTo("en");
        assertThat(texts().in("en").paragraphs()).containsExactly("At Hill Clinic.");
        write("9/en.txt", "Nine");
        write("10/en.txt", "Ten");
        assertThat(texts().current()).isEqualTo(10);
    }

    @Test
    @DisplayName("U6: a new version that nobody could fall back on stops the start, with what to do")
    void withoutEnglish() throws IOException {
        write("1/en.txt", "One");
        write("2/de.txt", "Zwei");
        assertThatThrownBy(this::texts).hasMessageContaining("needs a file en.txt");
    }
}
