package health.consilium.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page in one language after another: whether it scrolls sideways, cuts words off, says a key, or runs the wrong way. */
final class Languages {
    /** English last: it is what the tests go on in. */
    static final List<String> ALL = List.of("de", "fr", "es", "ar", "en");

    /** The longest words and the other direction: on a wide screen nothing else is tight. */
    static final List<String> ON_A_SCREEN = List.of("de", "ar", "en");

    private static final @Nullable String PICTURES = System.getProperty("consilium.pictures");
    private static final String SPEAKS = speaks();

    private Languages() {}

    /**
     * Leaves the page in the last of them.
     *
     * @param shown a selector of what is there when the page is
     */
    static List<String> findings(Page page, List<String> languages, String shown) {
        List<String> found = new ArrayList<>();
        for (String language : languages) {
            found.addAll(in(language, page, shown));
            if (PICTURES != null) {
                picture(page, language);
            }
        }
        return found;
    }

    /** For people who look at every page in every language, before a release. */
    private static void picture(Page page, String language) {
        String name = "%s %d %s.png"
                .formatted(
                        page.url().replaceFirst("^https?://[^/]+/", "").replaceAll("[^\\w?=-]", "_"),
                        page.viewportSize().width,
                        language);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES).resolve(name))
                .setFullPage(true));
    }

    /** In the language that is on. */
    static List<String> findings(Page page) {
        return in("", page, "");
    }

    @SuppressWarnings("unchecked")
    private static List<String> in(String language, Page page, String shown) {
        return (List<String>) page.evaluate(SPEAKS, Map.of("language", language, "shown", shown));
    }

    private static String speaks() {
        try (InputStream script = Objects.requireNonNull(Languages.class.getResourceAsStream("/speaks.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
