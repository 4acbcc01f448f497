package health.consilium.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The browsers of this computer, started once a class and kind. */
public final class Browsers implements AutoCloseable {
    /** Nobody sees the browser's own buttons; each window would start a program that draws them. */
    private static final String NO_TOOLBAR = "InitialWebUI,WebUIReloadButton,WebUIToolbarProcessOverheadExperiment,"
            + "PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    private static final List<String> CHROMIUM_FLAGS = List.of(
            "--no-sandbox",
            "--use-fake-device-for-media-stream=fps=30",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--disable-domain-reliability",
            "--metrics-recording-only",
            "--disable-features=OptimizationHints,MediaRouter,Translate,WebRtcHideLocalIpsWithMdns," + NO_TOOLBAR,
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding");
    /** A page may sound before anybody has clicked on it; browsers by themselves are stricter. */
    private static final String SOUNDS_UNASKED = "--autoplay-policy=no-user-gesture-required";

    /** Nobody is there to answer the browser's questions. */
    private static final String ALLOWS_EVERYTHING = "--use-fake-ui-for-media-stream";

    private static final List<String> ON_THIS_COMPUTER = List.of(
            "--allow-loopback-in-peer-connection",
            // The relay's certificate is made for the test.
            "--ignore-certificate-errors",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

    private static final Map<String, Object> FIREFOX_PREFERENCES = Map.of(
            "media.navigator.streams.fake", true,
            "media.navigator.permission.disabled", true,
            "media.autoplay.default", 0,
            "media.peerconnection.ice.obfuscate_host_addresses", false);

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Map<String, Browser> running = new HashMap<>();
    private @Nullable SoundDevice sound;

    /** A Chromium whose camera and microphone are those of that actor. */
    public Browser chromium(Actor actor) {
        return running(
                "chromium " + actor,
                () -> chromium(actor, chromiumProgram(), ON_THIS_COMPUTER, SOUNDS_UNASKED, ALLOWS_EVERYTHING));
    }

    /** The same, and camera and microphone are had only when the page was allowed to. */
    public Browser askingChromium(Actor actor) {
        return running(
                "asking chromium " + actor, () -> chromium(actor, chromiumProgram(), ON_THIS_COMPUTER, SOUNDS_UNASKED));
    }

    /** A Chromium as people have it: before somebody has clicked on a page, nothing on it may sound. */
    public Browser quietChromium(Actor actor) {
        return running(
                "quiet chromium " + actor,
                () -> chromium(actor, chromiumProgram(), ON_THIS_COMPUTER, ALLOWS_EVERYTHING));
    }

    /** The same somewhere else; it knows no network but the one there. */
    public Browser chromium(Actor actor, Seat seat) {
        return running("chromium " + actor + " " + seat.name(), () -> {
            String safe = seat.pages().stream().map(URI::toString).collect(Collectors.joining(","));
            String known = seat.pages().stream()
                    .map(page -> " , EXCLUDE " + page.getHost())
                    .distinct()
                    .collect(Collectors.joining());
            List<String> flags = List.of(
                    // The relay's certificate is made for the test.
                    "--ignore-certificate-errors",
                    "--unsafely-treat-insecure-origin-as-secure=" + safe,
                    "--host-resolver-rules=MAP * ~NOTFOUND" + known);
            return chromium(actor, seat.program().apply(chromiumProgram()), flags, SOUNDS_UNASKED, ALLOWS_EVERYTHING);
        });
    }

    /** One that is not shared: it can be killed, and started again with what pages have kept in it. */
    public MortalChromium mortalChromium(Actor actor, Path profile) {
        return new MortalChromium(
                playwright.chromium(),
                profile,
                new LaunchPersistentContextOptions()
                        .setExecutablePath(chromiumProgram())
                        .setViewportSize(1280, 800)
                        .setArgs(flags(actor, ON_THIS_COMPUTER, SOUNDS_UNASKED, ALLOWS_EVERYTHING)));
    }

    /** One in which pages can be hidden. */
    public OrdinaryChromium ordinaryChromium(Actor actor, Path profile) {
        return new OrdinaryChromium(
                playwright.chromium(),
                chromiumProgram(),
                profile,
                flags(actor, ON_THIS_COMPUTER, SOUNDS_UNASKED, ALLOWS_EVERYTHING));
    }

    private Browser chromium(Actor actor, Path program, List<String> place, String... more) {
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(flags(actor, place, more)));
    }

    private static List<String> flags(Actor actor, List<String> place, String... more) {
        List<String> flags = new ArrayList<>(CHROMIUM_FLAGS);
        flags.addAll(place);
        flags.addAll(List.of(more));
        flags.add("--use-file-for-fake-video-capture=" + MediaFiles.camera(actor));
        flags.add("--use-file-for-fake-audio-capture=" + MediaFiles.microphone(actor));
        return flags;
    }

    /** Firefox with the camera and the tone it makes up by itself. */
    public Browser firefox() {
        return running(
                "firefox",
                () -> firefox(
                        new LaunchOptions().setExecutablePath(firefoxProgram()),
                        Map.of("media.peerconnection.ice.loopback", true)));
    }

    /** The same on a computer that has a speaker. */
    public Browser soundingFirefox() {
        return running("sounding firefox", () -> {
            sound = new SoundDevice();
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PULSE_SERVER", sound.server());
            return firefox(
                    new LaunchOptions().setExecutablePath(firefoxProgram()).setEnv(environment),
                    Map.of("media.peerconnection.ice.loopback", true));
        });
    }

    /** The same somewhere else. */
    public Browser firefox(Seat seat) {
        String safe = seat.pages().stream().map(URI::getHost).distinct().collect(Collectors.joining(","));
        return running(
                "firefox " + seat.name(),
                () -> firefox(
                        // By itself it chooses a port that nobody reaches from here.
                        new LaunchOptions()
                                .setExecutablePath(seat.program().apply(firefoxProgram()))
                                .setIgnoreDefaultArgs(List.of("--remote-debugging-port=0"))
                                .setArgs(List.of(
                                        "--remote-debugging-port=" + seat.door().getAsInt())),
                        Map.of("dom.securecontext.allowlist", safe)));
    }

    private Browser firefox(LaunchOptions launch, Map<String, Object> place) {
        Map<String, Object> preferences = new HashMap<>(FIREFOX_PREFERENCES);
        preferences.putAll(place);
        return playwright.firefox().launch(launch.setChannel("moz-firefox").setFirefoxUserPrefs(preferences));
    }

    private Browser running(String name, Supplier<Browser> launch) {
        return running.computeIfAbsent(name, key -> launch.get());
    }

    private static Path chromiumProgram() {
        return program("consilium.chromium", "/usr/bin/chromium");
    }

    private static Path firefoxProgram() {
        return program("consilium.firefox", "/usr/bin/firefox-esr");
    }

    private static Path program(String property, String usual) {
        return Path.of(System.getProperty(property, usual));
    }

    @Override
    public void close() {
        running.values().forEach(Browser::close);
        playwright.close();
        if (sound != null) {
            sound.close();
        }
    }
}
