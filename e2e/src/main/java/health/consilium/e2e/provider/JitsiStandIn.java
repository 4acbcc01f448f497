package health.consilium.e2e.provider;

import com.microsoft.playwright.Frame;
import health.consilium.e2e.browser.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jitsi for a rehearsal, inside of the browsers: its script and its page, which carries media from browser to browser. */
public final class JitsiStandIn {
    private static final String HOST = "meet.standin.example";
    private static final String HOME = "https://" + HOST + "/";

    private final Post post = new Post();

    public Map<String, String> settings() {
        return Map.of(
                "consilium.conferencing.provider", "jitsi",
                "consilium.conferencing.jitsi.domain", HOST,
                "consilium.conferencing.jitsi.app-id", "consilium",
                "consilium.conferencing.jitsi.app-secret", "0123456789abcdef0123456789abcdef");
    }

    /** That browser reaches Jitsi, and it is us. Of several answers the one that was given last is asked first. */
    public Person serves(Person person) {
        StandIn.serves(person, HOME + "room-*", "text/html", "jitsi.html");
        StandIn.serves(person, HOME + "external_api.js", "text/javascript", "external_api.js");
        StandIn.serves(person, HOME + "peers.js", "text/javascript", "peers.js");
        StandIn.delivers(person, HOME + "post", post);
        return person;
    }

    /** How many frames of others' pictures the frame in that page has decoded. */
    public long framesSeen(Person person) {
        return inside(person)
                .map(frame -> ((Number) frame.evaluate("async () => (await window.__probe.media()).framesDecoded"))
                        .longValue())
                .orElse(0L);
    }

    public double soundHeard(Person person) {
        return inside(person)
                .map(frame -> ((Number) frame.evaluate("async () => (await window.__probe.media()).audioEnergy"))
                        .doubleValue())
                .orElse(0.0);
    }

    /** Somebody uses the button in Jitsi's own frame. */
    public void mutesInside(Person person) {
        person.page()
                .frameLocator("[data-testid=room-frame] iframe")
                .locator("#mute")
                .click();
    }

    public List<Post.Guest> guests() {
        return post.everybody();
    }

    private static Optional<Frame> inside(Person person) {
        return person.page().frames().stream()
                .filter(frame -> frame.url().startsWith(HOME))
                .findFirst();
    }
}
