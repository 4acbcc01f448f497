package health.consilium.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.consilium.e2e.Await;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntPredicate;

/** Somebody in front of a browser: does what people do, through the real pages, and sees what they see. */
public final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Someone who;
    private final BrowserContext context;
    private final URI clinic;
    private final Diary diary = new Diary();
    private Page page;

    private Person(Someone who, BrowserContext context, URI clinic) {
        this.who = who;
        this.context = context;
        this.clinic = clinic;
        this.page = newPage();
    }

    /** Sits down in front of a Chromium or Firefox window of ordinary size. */
    public static Person at(Browser browser, Someone who, URI clinic) {
        return at(browser, who, clinic, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    public static Person at(Browser browser, Someone who, URI clinic, Browser.NewContextOptions window) {
        Person person = asking(browser, who, clinic, window);
        if (browser.browserType().name().equals("chromium")) {
            // Whatever is not named is refused from then on; people are not asked for the last one.
            person.context.grantPermissions(List.of("camera", "microphone", "screen-wake-lock"));
        }
        return person;
    }

    /** Has not allowed anybody to use camera and microphone yet. */
    public static Person asking(Browser browser, Someone who, URI clinic, Browser.NewContextOptions window) {
        return in(browser.newContext(window), who, clinic);
    }

    /** In a window that is open already. */
    public static Person in(BrowserContext context, Someone who, URI clinic) {
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.addInitScript(probe());
        return new Person(who, context, clinic);
    }

    /** From the next page on, media goes through the relay or not at all. */
    public Person withRelayOnly() {
        context.addInitScript("window.__relayOnly = true;");
        return this;
    }

    /** The same, and only through a relay whose address contains that part, for example {@code turns:}. */
    public Person withRelayOnly(String part) {
        context.addInitScript("window.__relayOnly = '" + part + "';");
        return this;
    }

    /**
     * Chooses in the browser's settings whether our pages may use camera and microphone.
     *
     * @param setting granted, denied or prompt
     */
    public Person setsCameraAndMicrophoneTo(String setting) {
        Permissions.setCapture(page, clinic, setting);
        return this;
    }

    public Person signsIn() {
        page.navigate(clinic.toString());
        byId("demo-" + who.displayName().replace(' ', '-').toLowerCase(Locale.ROOT))
                .click();
        byId("sign-out").waitFor();
        return this;
    }

    /** Opens another page of the app; the one before stays open. */
    public Person opensAnotherTab() {
        page = newPage();
        return this;
    }

    public Person goesTo(String path) {
        page.navigate(clinic.resolve(path).toString());
        return this;
    }

    public Person opensTheCall(UUID appointment) {
        return goesTo("/call/" + appointment);
    }

    /** Presses the one button of the appointment's card. */
    public Person startsFromTheCard(UUID appointment) {
        page.navigate(clinic.toString());
        byId("appointment-" + appointment).locator("[data-testid^=action-]").click();
        return this;
    }

    public Person isInTheWaitingRoom() {
        byId("waiting-room").waitFor();
        return this;
    }

    public Person hearsItRing() {
        byId("incoming-call").waitFor();
        return this;
    }

    public Person accepts() {
        byId("accept").click();
        return this;
    }

    public Person isInTheCall() {
        page.locator("[data-testid=call][data-phase=LIVE]").waitFor();
        return this;
    }

    public Person presses(String control) {
        byId(control).click();
        return this;
    }

    /** In one step, for what may go at any moment. */
    public Person pressesIfThere(String control) {
        page.evaluate("control => document.querySelector(`[data-testid=${control}]`)?.click()", control);
        return this;
    }

    /** Where the bar is short, it stands in the menu. */
    public Person opensThePeople() {
        return sees("people-open") ? presses("people-open") : presses("more").presses("people-item");
    }

    public Person opensTheChat() {
        return sees("chat-panel") ? this : presses("chat-open");
    }

    /** Closes the side sheet by its own button; on a phone it covers the controls. */
    public Person closesThePanel() {
        page.locator("[data-testid$=-panel] button").first().click();
        return this;
    }

    public Person writes(String text) {
        opensTheChat();
        byId("chat-input").pressSequentially(text);
        byId("chat-send").click();
        return this;
    }

    public Person reads(String text) {
        opensTheChat();
        byId("chat-message")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor();
        return this;
    }

    public Person endsForAll() {
        presses("leave");
        byId("end-for-all").click();
        return this;
    }

    public Person leaves() {
        presses("leave");
        byId("leave-only").click();
        return this;
    }

    public Person isShown(String what) {
        byId(what).waitFor();
        return this;
    }

    /** Waits until something on the page is as a CSS selector says. */
    public Person seesThat(String selector) {
        page.locator(selector).first().waitFor();
        return this;
    }

    public boolean sees(String what) {
        return byId(what).isVisible();
    }

    public Locator byId(String testId) {
        return page.getByTestId(testId);
    }

    public Person doubleClicks(String what) {
        byId(what).dblclick();
        return this;
    }

    /** Goes on with one of the tabs that are open, counted from 0 in the order of opening. */
    public Person turnsToTab(int number) {
        page = context.pages().get(number);
        return this;
    }

    /** Goes on with a page that one of the others has opened. */
    public Person goesOnIn(Page opened) {
        page = opened;
        diary.follow(opened);
        return this;
    }

    /** Uses the Tab key until what is wanted has the focus. */
    public Person tabsTo(String what) {
        Object target = null;
        for (int steps = 0; !what.equals(target); steps++) {
            if (steps > 60) {
                throw new AssertionError("not reached with the Tab key: " + what);
            }
            page.keyboard().press("Tab");
            target = page.evaluate("() => document.activeElement?.dataset?.testid ?? ''");
        }
        return this;
    }

    /** Waits until something has the focus by itself. */
    public Person focusIsOn(String what) {
        page.waitForFunction("id => document.activeElement?.dataset?.testid === id", what);
        return this;
    }

    public Person presses(Key key) {
        page.keyboard().press(key.code);
        return this;
    }

    /** Keys of a keyboard by their names in the DOM. */
    public enum Key {
        ENTER("Enter"),
        SPACE("Space");

        private final String code;

        Key(String code) {
            this.code = code;
        }
    }

    /** How many peer connections the page holds open. */
    public int connections() {
        return ((Number) page.evaluate("() => window.__probe.connections()")).intValue();
    }

    /** How many peer connections the page has made since it was loaded. */
    public int connectionsMade() {
        return ((Number) page.evaluate("() => window.__probe.made()")).intValue();
    }

    /** What the page has of the computer's at this moment. */
    public Holdings holds() {
        return Holdings.of(page);
    }

    public Person reloads() {
        page.reload();
        return this;
    }

    public Media media() {
        return Media.of(page);
    }

    /** How this browser would offer to find the way anew in the middle of the call. */
    public String restartOffer() {
        return (String) page.evaluate("() => window.__probe.restartOffer()");
    }

    /** Fails where this browser refuses the offer. */
    public Person understands(String offer) {
        page.evaluate("offer => window.__probe.understands(offer)", offer);
        return this;
    }

    /** The other side's picture as the page shows it. */
    public Picture picture() {
        return Picture.in(byId("remote-video"));
    }

    /** Waits until the other side's picture has that many lines. */
    public Person showsLines(IntPredicate wanted) {
        Await.until(
                who + " sees a picture of another size than " + picture().lines() + " lines",
                PATIENCE,
                () -> wanted.test(picture().lines()));
        return this;
    }

    /** Waits until no picture of the other side has come for a second. */
    public Person seesNothingNew() {
        page.waitForFunction("""
                async () => {
                  const before = (await window.__probe.media()).framesDecoded;
                  await new Promise(later => setTimeout(later, 1000));
                  return (await window.__probe.media()).framesDecoded === before;
                }""");
        return this;
    }

    public Picture sharedScreen() {
        return Picture.in(byId("shared-screen"));
    }

    /** Waits until the page itself shows moving pictures: a browser may decode what it never shows. */
    public Person isShownFrames(int frames) {
        String shown = "() => [...document.querySelectorAll('[data-testid=remote-video]')]"
                + ".reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0)";
        int before = ((Number) page.evaluate(shown)).intValue();
        page.waitForFunction("frames => (" + shown + ")() >= frames", before + frames);
        return this;
    }

    /** Waits for that many more frames of the other side's picture than there are now. */
    public Person watches(int frames) {
        Growth seen = new Growth(media().framesDecoded());
        Await.until(
                who + " sees " + frames + " more frames", PATIENCE, () -> seen.to(media().framesDecoded()) >= frames);
        return this;
    }

    /** Waits until one's own camera has shown that many more pictures on the page. */
    public Person seesOwnPictures(int pictures) {
        page.waitForFunction(
                "pictures => { const own = document.querySelector('video');"
                        + " const shown = () => own?.getVideoPlaybackQuality().totalVideoFrames ?? 0;"
                        + " window.__ownBefore ??= shown(); return shown() - window.__ownBefore >= pictures; }",
                pictures);
        page.evaluate("() => { delete window.__ownBefore; }");
        return this;
    }

    /** Waits for sound that is more than silence. */
    public Person hearsTheOther() {
        Growth heard = new Growth(media().audioEnergy());
        Await.until(who + " hears the other side", PATIENCE, () -> heard.to(media().audioEnergy()) > 1e-4);
        return this;
    }

    public Page page() {
        return page;
    }

    public Someone who() {
        return who;
    }

    public Diary diary() {
        return diary;
    }

    public List<Page> pages() {
        return context.pages();
    }

    private Page newPage() {
        Page opened = context.newPage();
        diary.follow(opened);
        return opened;
    }

    private static String probe() {
        try (InputStream script = Person.class.getResourceAsStream("/probe.js")) {
            if (script == null) {
                throw new IllegalStateException("probe.js is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
