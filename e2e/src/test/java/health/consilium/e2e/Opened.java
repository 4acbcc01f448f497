package health.consilium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/** What opens beside or above a page: whether axe finds something there, and whether a keyboard opens and leaves it. */
final class Opened {
    private static final String INSIDE =
            "() => !!document.activeElement?.closest('dialog[open], aside') && document.activeElement !== document.body";

    private final List<String> findings = new ArrayList<>();

    /** What moves by itself for a moment would be looked at in the middle. */
    static Browser.NewContextOptions calm() {
        return new Browser.NewContextOptions().setViewportSize(1280, 800).setReducedMotion(ReducedMotion.REDUCE);
    }

    void looksAt(Page page) {
        looksAt(page, "");
    }

    /** @param what it is, where the page's address does not say */
    void looksAt(Page page, String what) {
        Axe.findings(page).forEach(one -> findings.add(what + " " + one));
        Languages.findings(page).forEach(one -> findings.add(what + " " + one));
    }

    /**
     * Opened with Enter, looked at, left with Escape: the focus goes in with it, and comes back to the button.
     *
     * @param button what opens it
     * @param inside what is seen when it is open
     */
    void leaves(Page page, String button, String inside) {
        opens(page, button, inside);
        page.keyboard().press("Escape");
        closes(page, button, inside);
    }

    /** The same as far as it stays open. */
    void opens(Page page, String button, String inside) {
        page.getByTestId(button).press("Enter");
        page.getByTestId(inside).first().waitFor();
        page.waitForFunction(INSIDE);
        looksAt(page, button);
    }

    /** It is gone, and the focus is where it was before. */
    void closes(Page page, String button, String inside) {
        page.getByTestId(inside).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForFunction("id => document.activeElement?.dataset?.testid === id", button);
    }

    void hadNoFindings() {
        assertThat(findings).isEmpty();
    }
}
