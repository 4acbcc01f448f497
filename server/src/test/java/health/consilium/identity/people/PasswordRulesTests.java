package health.consilium.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.consilium.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A6, U31: which passwords are good enough. */
class PasswordRulesTests {
    private static final List<String> OWN = List.of("Maria Rossi", "maria.rossi@clinic.example", "consilium");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "x7#kQ2!pL, TOO_SHORT",
        "password123, EASY_TO_GUESS",
        "1234567890, EASY_TO_GUESS",
        "qwertyuiop, EASY_TO_GUESS",
        "aaaaaaaaaaaa, EASY_TO_GUESS",
        "MariaRossi1, EASY_TO_GUESS",
        "iloveyou123, EASY_TO_GUESS",
        "consilium1, EASY_TO_GUESS",
    })
    @DisplayName("short ones, stolen ones and one's own name are refused, with why")
    void refused(String password, String why) {
        Problem problem = catchThrowableOfType(Problem.class, () -> rules.check(password, OWN));
        assertThat(problem).isNotNull();
        assertThat(problem.details().get("why")).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "violin harbour teapot",
                "x7#kQ2!pLz",
                "كتاب أخضر على الجبل البعيد",
                "  spaces count as well  "
            })
    @DisplayName("words, signs, spaces and every script may be used")
    void accepted(String password) {
        assertThatCode(() -> rules.check(password, OWN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "201, TOO_LONG"})
    @DisplayName("two hundred characters and not one more, and judging them takes no time")
    void longest(int length, String why) {
        String password = "violin harbour teapot ".repeat(10).substring(0, length);
        Problem problem = catchThrowableOfType(Problem.class, () -> rules.check(password, OWN));
        assertThat(problem == null ? "" : problem.details().get("why")).isEqualTo(why);
    }
}
