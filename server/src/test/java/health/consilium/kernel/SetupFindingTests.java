package health.consilium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.SetupCheck.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A7, A12: what the configuration check can find is said on the page in every language, with the same values. */
class SetupFindingTests {
    private static final Path WORDS = Path.of("..", "web", "app", "src", "i18n");
    private static final Pattern PLACE = Pattern.compile("\\{\\{?(\\w+)}}?");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ar"})
    @DisplayName(
            "A12: every finding and its remedy have words with the same places, and there are none that nobody finds")
    void everyLanguage(String language) throws IOException {
        JsonNode words = words(language);
        Set<String> codes = new TreeSet<>();
        for (SetupFinding finding : SetupFinding.values()) {
            codes.add(finding.name());
            String what = words.path("found").path(finding.name()).asString("");
            String remedy = words.path("remedy").path(finding.name()).asString("");
            assertThat(what).as(finding.name()).isNotBlank();
            assertThat(places(what)).as(finding.name()).isEqualTo(places(finding.what()));
            assertThat(remedy.isBlank())
                    .as(finding.name())
                    .isEqualTo(finding.remedy().isEmpty());
            assertThat(places(remedy)).as(finding.name()).isEqualTo(places(finding.remedy()));
        }
        assertThat(codes)
                .containsAll(words.path("found").propertyNames())
                .containsAll(words.path("remedy").propertyNames());
    }

    @Test
    @DisplayName("A7: the page says in English what the command line says")
    void sameInEnglish() throws IOException {
        JsonNode words = words("en");
        for (SetupFinding finding : SetupFinding.values()) {
            assertThat(single(words.path("found").path(finding.name()).asString("")))
                    .isEqualTo(finding.what());
            assertThat(single(words.path("remedy").path(finding.name()).asString("")))
                    .isEqualTo(finding.remedy());
        }
    }

    @Test
    @DisplayName("values are filled in, in what was found and in its remedy")
    void filled() {
        Found found = Found.of(SetupFinding.SECRETS_OPEN, "file", "secrets/turn", "folder", "/data/secrets");
        assertThat(found.what()).isEqualTo("Others on this machine may read secrets/turn.");
        assertThat(found.remedy()).isEqualTo("chmod -R go= /data/secrets");
    }

    private static JsonNode words(String language) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(WORDS.resolve(language).resolve("installation.json")))
                .path("installation");
    }

    private static String single(String words) {
        return PLACE.matcher(words).replaceAll("{$1}");
    }

    private static Set<String> places(String words) {
        Set<String> all = new TreeSet<>();
        PLACE.matcher(words).results().forEach(place -> all.add(place.group(1)));
        return all;
    }
}
