package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import health.consilium.e2e.browser.Permissions;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.browser.Worker;
import health.consilium.e2e.server.PushService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * L2: a ring reaches the doctor although no page is open. The browser subscribes at a push service of the test; what the
 * server sends there is read with the browser's keys and given to the real service worker in the real Chromium.
 */
@Pages
class PushTests {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final PushService service = new PushService();

    @RegisterExtension
    static final Clinic clinic =
            Clinic.with(Map.of("consilium.notification.push-rehearsal", service.authority()), service.trusted());

    @AfterAll
    static void close() {
        service.close();
    }

    private static Person doctor(Browser.NewContextOptions window) {
        Person doctor = clinic.comes(WEBER, window);
        doctor.page().context().grantPermissions(List.of("camera", "microphone", "notifications"));
        doctor.page().context().addInitScript(service.script());
        return doctor.signsIn().isShown("push-switch");
    }

    private static Person switchedOn() {
        return doctor(new Browser.NewContextOptions().setViewportSize(1280, 800))
                .presses("push-switch")
                .seesThat("[data-testid=push][data-state=on]");
    }

    private static Map<String, Object> shown(Worker worker, String title) {
        return Await.value(
                        "a notification says " + title,
                        SOON,
                        worker::notifications,
                        all -> all.size() == 1 && title.equals(all.get(0).get("title")))
                .get(0);
    }

    @Test
    @DisplayName(
            "L2: the page is closed; a ring is shown without a name, a click leads to it, and it goes when answered")
    void ringsWithoutAPage() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = switchedOn();
        Worker worker = new Worker(doctor, clinic.server().address());
        doctor.page().close();

        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        patient.seesThat("[data-testid=ring-words][data-ring=unreachable]");
        String ring = service.next();
        assertThat(ring).doesNotContain("Rossi", appointment.toString());
        worker.isPushed(ring);
        Map<String, Object> notice = shown(worker, "Someone is waiting for you");
        assertThat(notice)
                .containsEntry("path", "/")
                .containsEntry("lang", "en")
                .containsEntry("stays", true);

        doctor.opensAnotherTab().goesTo(String.valueOf(notice.get("path"))).hearsItRing();
        doctor.accepts().isInTheCall();
        patient.isInTheCall();
        doctor.endsForAll().isShown("after-title").page().close();
        worker.isPushed(service.next());
        assertThat(shown(worker, "The call was answered")).containsEntry("tag", notice.get("tag"));
    }

    @Test
    @DisplayName("L2: who hangs up leaves a missed call in the ring's place")
    void missed() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = switchedOn();
        Worker worker = new Worker(doctor, clinic.server().address());
        doctor.page().close();
        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        worker.isPushed(service.next());
        shown(worker, "Someone is waiting for you");
        patient.presses("leave-waiting");
        worker.isPushed(service.next());
        assertThat(shown(worker, "You missed a call")).containsEntry("stays", false);
    }

    @Test
    @DisplayName("L2: a page that is looked at rings by itself; nothing is shown twice")
    void notTwice() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = switchedOn();
        Worker worker = new Worker(doctor, clinic.server().address());
        doctor.page().bringToFront();
        clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing();
        worker.isPushed(service.next());
        // What comes after it is shown in any case, so by then the ring has been dealt with.
        worker.isPushed("{\"kind\":\"LATER\",\"topic\":\"later\",\"path\":\"/\",\"language\":\"en\"}");
        List<Map<String, Object>> all =
                Await.value("the later one is shown", SOON, () -> Worker.shown(doctor.page()), some -> !some.isEmpty());
        assertThat(all).singleElement().satisfies(one -> assertThat(one).containsEntry("tag", "later"));
        doctor.presses("later");
        worker.isPushed(service.next());
    }

    @Test
    @DisplayName("L2: a page in sight that was signed out meanwhile does not ring, so the notification does")
    void signedOutInSight() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = switchedOn();
        Worker worker = new Worker(doctor, clinic.server().address());
        doctor.page().bringToFront();
        doctor.page().context().clearCookies();
        doctor.reloads().isShown("demo-dr-anna-weber");
        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        worker.isPushed(service.next());
        List<Map<String, Object>> all =
                Await.value("the ring is shown", SOON, () -> Worker.shown(doctor.page()), some -> !some.isEmpty());
        assertThat(all)
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("title", "Someone is waiting for you"));
        patient.presses("leave-waiting");
        service.next();
    }

    @Test
    @DisplayName("L2: off is off, and signing out ends it, too")
    void offAndSignedOut() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = switchedOn().reloads().seesThat("[data-testid=push][data-state=on]");
        doctor.presses("push-switch").seesThat("[data-testid=push][data-state=off]");
        doctor.presses("push-switch").seesThat("[data-testid=push][data-state=on]");
        doctor.presses("sign-out").isShown("demo-dr-anna-weber");
        clinic.signedIn(ROSSI)
                .opensTheCall(appointment)
                .isInTheWaitingRoom()
                .seesThat("[data-testid=ring-words][data-ring=unreachable]");
        assertThat(service.isQuiet()).isTrue();
        assertThat(doctor.signsIn().byId("push").getAttribute("data-state")).isEqualTo("off");
    }

    @ParameterizedTest
    @CsvSource({"1280,800,LIGHT,en-GB", "390,844,LIGHT,de-DE", "320,640,DARK,de-DE"})
    @DisplayName("U: each state of it in plain words, on every size, without a serious finding")
    void eachState(int width, int height, ColorScheme scheme, String locale) {
        var window = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale(locale);
        Person doctor = doctor(window);
        look(doctor, "off");
        look(doctor.presses("push-switch"), "on");
        doctor.page().context().clearPermissions();
        Permissions.set(doctor.page(), clinic.server().address(), List.of("notifications"), "denied");
        look(doctor.reloads(), "blocked");
        doctor.page().context().addInitScript("delete window.PushManager;");
        look(doctor.reloads(), "unsupported");
    }

    private static void look(Person doctor, String state) {
        doctor.seesThat("[data-testid=push][data-state=" + state + "]");
        doctor.byId("push").scrollIntoViewIfNeeded();
        assertThat(Axe.findings(doctor.page())).isEmpty();
        assertThat((boolean) doctor.page()
                        .evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("scrolls sideways")
                .isFalse();
    }
}
