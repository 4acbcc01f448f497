package health.consilium.e2e.browser;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * L6: what a page has of the computer's, and gives back when the call is over.
 *
 * @param captures tracks of camera, microphone and screen that run
 * @param connections peer connections that are open
 * @param screenLocks how often the screen is kept on; -1: this browser has no lock for it
 */
public record Holdings(int captures, int connections, int screenLocks) {
    static Holdings of(Page page) {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.__probe.holds()");
        return new Holdings(number(seen, "captures"), number(seen, "connections"), number(seen, "screenLocks"));
    }

    private static int number(Map<?, ?> seen, String name) {
        return seen.get(name) instanceof Number number ? number.intValue() : 0;
    }

    public boolean ofACall() {
        return captures >= 2 && connections == 1 && screenLocks != 0;
    }

    public boolean nothing() {
        return captures == 0 && connections == 0 && screenLocks <= 0;
    }
}
