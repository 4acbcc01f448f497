package health.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            var files =
                    languages.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(Files.readString(file)).as(file.toString()).contains("\"" + code + "\":");
            }
        }
    }
}
