package health.consilium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.MatchesAriaSnapshotOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** U36: what a screen reader finds and says. The words stand in docs/screen-reader.md, which a person follows with a real one. */
final class ScreenReader {
    private static final Path SCRIPT = Path.of("../docs/screen-reader.md");
    private static final Pattern BOX = Pattern.compile("```aria ([\\w-]+)\\n(.*?)```", Pattern.DOTALL);
    private static final double PATIENCE_MS = 20_000;

    private final Map<String, String> expected = expected();

    /** Names and roles, in this order, as the step of that name shows them. */
    void finds(Person person, String step) {
        String words = Objects.requireNonNull(expected.get(step), step);
        assertThat(person.page().locator("body"))
                .matchesAriaSnapshot(words, new MatchesAriaSnapshotOptions().setTimeout(PATIENCE_MS));
    }

    /** Where nobody has to go to hear it. */
    void says(Person person, String words) {
        Locator spoken = person.page().locator("[role=status], [role=alert], [aria-live=polite]");
        try {
            spoken.filter(new Locator.FilterOptions().setHasText(words))
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        } catch (TimeoutError e) {
            throw new AssertionError("\"" + words + "\" is not said, but " + spoken.allInnerTexts(), e);
        }
    }

    private static Map<String, String> expected() {
        try {
            Map<String, String> found = new HashMap<>();
            Matcher box = BOX.matcher(Files.readString(SCRIPT));
            while (box.find()) {
                found.put(box.group(1), box.group(2));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
