package health.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A code without words is a code nobody can act on. */
class ErrorCodeTests {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    @DisplayName("every error code is explained in docs/errors.md with its status and category")
    void everyCodeIsExplained(ErrorCode code) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/errors.md")))
                .contains("| " + code + " | " + code.httpStatus() + " | " + code.category() + " |");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    @DisplayName("every error code has words in every language of the app")
    void everyCodeHasWords(ErrorCode code) throws IOException {
        try (var languages = Files.list(ROOT.resolve("web/app/src/i18n"))) {
            List<Path> spoken = languages.filter(Files::isDirectory).toList();
            assertThat(spoken).isNotEmpty();
            for (Path language : spoken) {
                assertThat(words(language)).as(language.toString()).contains("\"" + code + "\":");
            }
        }
    }

    private static String words(Path language) throws IOException {
        try (var sections = Files.list(language)) {
            StringBuilder all = new StringBuilder();
            for (Path section : sections.toList()) {
                all.append(Files.readString(section));
            }
            return all.toString();
        }
    }
}
