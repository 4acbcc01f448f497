package health.consilium.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import health.consilium.e2e.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The service worker of our pages in somebody's Chromium, which goes on when their pages are closed. */
public final class Worker {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Page elsewhere;
    private final CDPSession tools;
    private final URI clinic;
    private final AtomicReference<String> registration = new AtomicReference<>("");

    /** Looks on from a page that is not one of ours. */
    public Worker(Person person, URI clinic) {
        this.clinic = clinic;
        this.elsewhere = person.page().context().newPage();
        this.tools = elsewhere.context().newCDPSession(elsewhere);
        tools.on(
                "ServiceWorker.workerRegistrationUpdated",
                said -> said.getAsJsonArray("registrations")
                        .forEach(one -> registration.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        tools.send("ServiceWorker.enable");
    }

    /** As if the browser's push service had brought it. */
    public void isPushed(String message) {
        Await.until("the service worker is registered", PATIENCE, () -> {
            elsewhere.evaluate("() => 0");
            return !registration.get().isEmpty();
        });
        JsonObject what = new JsonObject();
        what.addProperty("origin", clinic.resolve("/").toString());
        what.addProperty("registrationId", registration.get());
        what.addProperty("data", message);
        tools.send("ServiceWorker.deliverPushMessage", what);
    }

    /** What is on the screen: title, body, tag, path. Asked from a bare file of ours, which is open for that moment only. */
    public List<Map<String, Object>> notifications() {
        Page file = elsewhere.context().newPage();
        file.navigate(clinic.resolve("/logo.svg").toString());
        List<Map<String, Object>> shown = shown(file);
        file.close();
        return shown;
    }

    /** The same from a page that is open. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> shown(Page ours) {
        return (List<Map<String, Object>>) ours.evaluate("async () => {"
                + " const worker = await navigator.serviceWorker.getRegistration('/');"
                + " return (await worker.getNotifications()).map(({ title, body, tag, lang, data, requireInteraction }) =>"
                + " ({ title, body, tag, lang, path: data.path, stays: requireInteraction })); }");
    }
}
