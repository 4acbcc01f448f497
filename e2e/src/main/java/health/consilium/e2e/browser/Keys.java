package health.consilium.e2e.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody's keyboard, and their eyes on where it is: nothing is clicked, and each stop of the Tab key has to be one that can be
 * seen and found. What is wanted is named by its test id, or by a CSS selector that is more than a word.
 */
public final class Keys {
    private static final int MOST_STOPS = 80;
    private static final Pattern TEST_ID = Pattern.compile("[\\w-]+");

    /** Of the element that has the focus: whether it is what is wanted, and what is wrong with it. */
    private static final String STOP = """
            wanted => {
              const at = document.activeElement;
              if (!at || at === document.body) return { found: false, fault: '' };
              const found = at.matches(wanted);
              if (at.tagName === 'IFRAME') return { found, fault: '' };
              const faults = [];
              if (at.tabIndex > 0) faults.push('an order of its own');
              // A field that draws nothing itself is marked by its label.
              const look = [at, at.closest('label')].filter(Boolean).map((one) => getComputedStyle(one));
              const ring = look.some((one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2);
              if (!ring) faults.push('no ring');
              const shown = at.matches('.sr-only') ? at.closest('label') ?? at : at;
              const box = shown.getBoundingClientRect();
              const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
              if (box.width < 2 || box.height < 2 || !shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push('not to be seen');
              else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push('outside of the window');
              else {
                const above = document.elementFromPoint(x, y);
                if (above && !shown.contains(above) && !above.contains(shown)) faults.push('covered by ' + above.outerHTML.slice(0, 120));
              }
              const before = window.__stopBefore;
              const back = before?.isConnected && before !== at && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
              // Once is the way from the end of the page to its beginning.
              if (back && (window.__turns = (window.__turns ?? 0) + 1) > 1) faults.push('goes back and forth');
              window.__stopBefore = at;
              return { found, fault: faults.length ? faults.join(', ') + ': ' + at.outerHTML.slice(0, 200) : '' };
            }""";

    private final Person person;
    private final List<String> faults = new ArrayList<>();

    public Keys(Person person) {
        this.person = person;
    }

    public Keys tabsTo(String wanted) {
        newRound();
        boolean found = false;
        for (int stops = 0; !found; stops++) {
            if (stops > MOST_STOPS) {
                throw new AssertionError("not reached with the Tab key: " + wanted);
            }
            page().keyboard().press("Tab");
            found = look(wanted);
        }
        return this;
    }

    /** Waits until it has the focus without a key: where one thing has taken the place of another. */
    public Keys isOn(String wanted) {
        page().waitForFunction("wanted => document.activeElement?.matches(wanted)", selector(wanted));
        return this;
    }

    public Keys enter() {
        return presses("Enter");
    }

    public Keys space() {
        return presses("Space");
    }

    /** A key by its name in the DOM. */
    public Keys presses(String key) {
        page().keyboard().press(key);
        return this;
    }

    public Keys types(String text) {
        page().keyboard().type(text);
        return this;
    }

    /** Goes on through what has opened, more often than it has stops: the focus stays in it. */
    public Keys staysIn(String dialog) {
        newRound();
        String inside = selector(dialog);
        for (int stops = 0; stops < 8; stops++) {
            page().keyboard().press("Tab");
            boolean kept = (boolean) page().evaluate(
                            "inside => document.activeElement === document.body || Boolean(document.activeElement?.closest(inside))",
                            inside);
            if (!kept) {
                faults.add("left " + dialog);
            }
        }
        return this;
    }

    /** What Enter brings as a file. */
    public Download downloads() {
        return page().waitForDownload(this::enter);
    }

    /** What Enter opens beside the page. */
    public Keys opensAnotherPage() {
        person.goesOnIn(page().waitForPopup(this::enter));
        return this;
    }

    /** Everything that would have stopped somebody who sees where they are by the ring alone. */
    public List<String> faults() {
        return faults;
    }

    private void newRound() {
        page().evaluate("() => { delete window.__stopBefore; delete window.__turns; }");
    }

    @SuppressWarnings("unchecked")
    private boolean look(String wanted) {
        Map<String, Object> stop = (Map<String, Object>) page().evaluate(STOP, selector(wanted));
        String fault = String.valueOf(stop.get("fault"));
        if (!fault.isEmpty()) {
            faults.add(page().url().replaceAll("#.*", "") + " " + fault);
        }
        return Boolean.TRUE.equals(stop.get("found"));
    }

    private static String selector(String wanted) {
        return TEST_ID.matcher(wanted).matches() ? "[data-testid='" + wanted + "']" : wanted;
    }

    private Page page() {
        return person.page();
    }
}
