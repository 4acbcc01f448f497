package health.consilium.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** What somebody chooses in their Chromium's settings for a site. */
public final class Permissions {
    private static final List<String> CAPTURE = List.of("camera", "microphone");

    private Permissions() {}

    /**
     * The settings last as long as the session with the browser, so it is left open.
     *
     * @param setting granted, denied or prompt
     */
    static void setCapture(Page page, URI site, String setting) {
        set(page, site, CAPTURE, setting);
    }

    /** @param setting granted, denied or prompt */
    public static void set(Page page, URI site, List<String> names, String setting) {
        CDPSession browser = page.context().newCDPSession(page);
        // Each person of a test has a context, and settings, of their own.
        String context = browser.send("Target.getTargetInfo")
                .getAsJsonObject("targetInfo")
                .get("browserContextId")
                .getAsString();
        for (String name : names) {
            JsonObject permission = new JsonObject();
            permission.addProperty("name", name);
            JsonObject arguments = new JsonObject();
            arguments.add("permission", permission);
            arguments.addProperty("setting", setting);
            arguments.addProperty("origin", site.toString());
            arguments.addProperty("browserContextId", context);
            browser.send("Browser.setPermission", arguments);
        }
    }
}
