package health.consilium.e2e.provider;

import com.microsoft.playwright.Frame;
import health.consilium.e2e.browser.Person;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jitsi for a rehearsal, inside of the browsers: its script and its page, which carries media from browser to browser. */
public final class JitsiStandIn {
    private static final String HOST = "meet.standin.example";
    private static final String TENANT = "vpaas-magic-cookie-0123456789abcdef";

    private final String home;
    private final Map<String, String> settings;
    private final Post post = new Post();

    private JitsiStandIn(String home, Map<String, String> settings) {
        this.home = home;
        this.settings = settings;
    }

    /** One of the clinic's own. */
    public static JitsiStandIn own() {
        return new JitsiStandIn(
                "https://" + HOST + "/",
                Map.of(
                        "consilium.conferencing.provider", "jitsi",
                        "consilium.conferencing.jitsi.domain", HOST,
                        "consilium.conferencing.jitsi.app-id", "consilium",
                        "consilium.conferencing.jitsi.app-secret", "0123456789abcdef0123456789abcdef"));
    }

    /** 8x8, which also records. */
    public static JitsiStandIn hosted() {
        return new JitsiStandIn(
                "https://8x8.vc/" + TENANT + "/",
                Map.of(
                        "consilium.conferencing.provider", "jaas",
                        "consilium.conferencing.jaas.app-id", TENANT,
                        "consilium.conferencing.jaas.key-id", "ab12cd",
                        "consilium.conferencing.jaas.private-key", pem(),
                        "consilium.conferencing.jaas.webhook-secret", "webhook-0123456789abcdef0123",
                        "consilium.conferencing.jaas.recording", "true",
                        "consilium.recording.capture", "provider"));
    }

    private static String pem() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            byte[] key = keys.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** That browser reaches Jitsi, and it is us. Of several answers the one that was given last is asked first. */
    public Person serves(Person person) {
        StandIn.serves(person, home + "room-*", "text/html", "jitsi.html");
        StandIn.serves(person, home + "external_api.js", "text/javascript", "external_api.js");
        StandIn.serves(person, home + "peers.js", "text/javascript", "peers.js");
        StandIn.delivers(person, home + "post", post);
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

    /** What was recorded, in order, and whether the last of it still is. */
    public List<Post.Film> films() {
        return post.films();
    }

    private Optional<Frame> inside(Person person) {
        return person.page().frames().stream()
                .filter(frame -> frame.url().startsWith(home))
                .findFirst();
    }
}
