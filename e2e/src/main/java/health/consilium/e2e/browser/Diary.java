package health.consilium.e2e.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What the pages of one person said on their consoles. */
public final class Diary {
    private final List<String> lines = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    void follow(Page page) {
        page.onConsoleMessage(message -> lines.add(message.type() + ": " + message.text()));
        page.onPageError(error -> {
            lines.add("page error: " + error);
            errors.add(error);
        });
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Exceptions that no code of the page caught. */
    public List<String> pageErrors() {
        return List.copyOf(errors);
    }
}
