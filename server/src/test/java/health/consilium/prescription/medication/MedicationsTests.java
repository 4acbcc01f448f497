package health.consilium.prescription.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.prescription.PrescriptionProperties;
import health.consilium.prescription.domain.CodeSystem;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.medication.Medications.Medication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A4, A9: a clinic's own list of medications, with codes that a prescription carries. */
class MedicationsTests {
    private static final String ATC = "http://www.whocc.no/atc";

    @TempDir
    private Path folder;

    private Medications list(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), lines);
        return new Medications(new PrescriptionProperties(Duration.ofDays(14), file.toString()));
    }

    private static Item item(String name, @Nullable String code, @Nullable String system) {
        return new Item(name, code, system, "1", "ORAL", "ONCE_DAILY", 3, "");
    }

    @Test
    @DisplayName("A4: the clinic's list has names, codes and whose codes they are")
    void theClinicsList() throws IOException {
        Medications list = list("# ours\nAmoxicillin;J01CA04;" + ATC + "\nHouse tea\nLotion; 4711 \n");
        assertThat(list.search("amo")).containsExactly(new Medication("Amoxicillin", "J01CA04", ATC));
        assertThat(list.search("house")).containsExactly(new Medication("House tea", null, null));
        assertThat(list.search("lotion")).containsExactly(new Medication("Lotion", "4711", null));
    }

    @Test
    @DisplayName("A4: the code is the list's for that very name, whatever a browser says; free text has none")
    void theServerCodes() throws IOException {
        Medications list = list("Amoxicillin;J01CA04;" + ATC + "\n");
        assertThat(list.coded(item("Amoxicillin", null, null))).isEqualTo(item("Amoxicillin", "J01CA04", ATC));
        assertThat(list.coded(item("Amoxicillin", "N02BE01", ATC))).isEqualTo(item("Amoxicillin", "J01CA04", ATC));
        assertThat(list.coded(item("Amoxicillin forte", "J01CA04", ATC)))
                .as("a name that was changed after it was chosen")
                .isEqualTo(item("Amoxicillin forte", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {";J01CA04", "A;B C", "A;J01CA04;atc", "A;;http://www.whocc.no/atc", "A;1;urn:x;more"})
    @DisplayName("A4: a line that cannot be read stops the start and is quoted")
    void notUnderstood(String line) {
        assertThatThrownBy(() -> list("Amoxicillin\n" + line + "\n"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(line);
    }

    @Test
    @DisplayName("A4: the list that comes with the program has no codes, and says none")
    void ours() {
        Medications ours = new Medications(new PrescriptionProperties(Duration.ofDays(14), null));
        assertThat(ours.search("a")).isNotEmpty().allMatch(one -> one.code() == null && one.system() == null);
    }

    @Test
    @DisplayName("A4: people read the system's name where it has one")
    void said() {
        assertThat(CodeSystem.said(ATC, "J01CA04")).isEqualTo("ATC J01CA04");
        assertThat(CodeSystem.said("urn:oid:1.2.3", "7")).isEqualTo("urn:oid:1.2.3 7");
        assertThat(CodeSystem.said(null, "4711")).isEqualTo("4711");
    }
}
