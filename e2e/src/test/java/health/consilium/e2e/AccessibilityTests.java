package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SAFETY U: every page for everybody: screen readers, keyboards, phones, light and dark. */
@Pages
class AccessibilityTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private final List<String> findings = new ArrayList<>();
    private Size usual = new Size(1280, 800, ColorScheme.LIGHT);
    private Size other = new Size(390, 844, ColorScheme.DARK);

    /** Where people sit, and how their page can look there: each state of a call is looked at in both. */
    enum Window {
        DESKTOP("en", new Size(1280, 800, ColorScheme.LIGHT), new Size(1280, 800, ColorScheme.DARK)),
        PHONE("ar", new Size(390, 844, ColorScheme.LIGHT), new Size(320, 640, ColorScheme.DARK));

        private final String patientSpeaks;
        private final Size usual;
        private final Size other;

        Window(String patientSpeaks, Size usual, Size other) {
            this.patientSpeaks = patientSpeaks;
            this.usual = usual;
            this.other = other;
        }

        Browser.NewContextOptions options() {
            return usual.options("en");
        }
    }

    private record Size(int width, int height, ColorScheme scheme) {
        Browser.NewContextOptions options(String language) {
            return new Browser.NewContextOptions()
                    .setLocale(language)
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE);
        }

        void of(Page page) {
            page.setViewportSize(width, height);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // Not half in one colour and half in the other.
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("U: no page of a call, before, in and after it, has a serious finding or scrolls sideways")
    void noPageOfACallHasASeriousFinding(Window window) {
        usual = window.usual;
        other = window.other;
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.comes(ROSSI, usual.options(window.patientSpeaks));
        patient.goesTo("/").isShown("login-submit").isShown("demo-maria-rossi");
        look(patient);
        look(patient.signsIn().isShown("appointment-" + appointment));
        look(patient.goesTo("/device-check").isShown("preview"));
        look(patient.opensTheCall(appointment).isInTheWaitingRoom());

        Person doctor = clinic.comes(WEBER, usual.options("en")).signsIn();
        look(doctor.hearsItRing());
        doctor.accepts();
        Call call = new Call(clinic, appointment, patient, doctor).isLive();
        look(patient.isShown("remote-video"));
        patient.writes("Good morning");
        look(patient);
        doctor.opensThePeople().isShown("people-panel");
        look(doctor);
        doctor.closesThePanel().presses("quality").isShown("connection-charts");
        look(doctor);
        recording(patient, doctor);
        doctor.presses("leave");
        look(doctor);
        doctor.presses("end-for-all");
        doctor.isShown("after-title").seesThat("[data-testid=quality-report][data-ready=true]");
        doctor.byId("quality-report").locator("summary").click();
        look(doctor);
        look(call.patient().isShown("after-title"));
        for (Person person : List.of(doctor, patient)) {
            look(person.seesThat("[data-testid=recording][data-state=ready]")
                    .presses("recording-watch")
                    .isShown("recording-video"));
        }
        look(patient.goesTo("/history").isShown("history-" + appointment));
        assertThat(findings).isEmpty();
    }

    /** What is asked, what is read before, and the mark that stays. */
    private void recording(Person patient, Person doctor) {
        doctor.closesThePanel().presses("more").presses("record").isShown("recording-facts");
        look(doctor);
        doctor.presses("recording-ask");
        look(patient.isShown("recording-question"));
        look(doctor.seesThat(RecordedCall.marked("asked")));
        patient.presses("recording-agree");
        for (Person person : List.of(patient, doctor)) {
            look(person.seesThat(RecordedCall.marked("recording")));
        }
    }

    @Test
    @DisplayName("U: every address of the app is looked at: a new one stands in AppPage")
    void everyAddressIsKnown() {
        assertThat(AppPage.routesOfTheApp()).hasSizeGreaterThan(30);
        assertThat(AppPage.routesOfTheApp().keySet()).isSubsetOf(AppPage.known(AppPage::route));
        assertThat(AppPage.filesOfTheApp()).hasSizeGreaterThan(30).isSubsetOf(AppPage.known(AppPage::file));
    }

    @Test
    @DisplayName(
            "U: a word that is cut off, sticks out, has no room or did not come is found, and one that can be scrolled to is not")
    void whatIsLookedForIsFound() {
        Page page = clinic.comes(ROSSI, usual.options("en")).page();
        page.setContent("""
                <html lang="en" dir="ltr"><body style="font: 16px sans-serif">
                <p style="width: 60px; overflow: hidden; white-space: nowrap">cut off at the side</p>
                <div style="height: 20px; overflow: hidden">one line<br>hidden below</div>
                <button style="width: 40px; white-space: nowrap">sticks out of its button</button>
                <select style="width: 60px"><option>has no room to be read</option></select>
                <p>care.agree</p>
                <div style="width: 60px; overflow: auto; white-space: nowrap"><span>can be scrolled to</span></div>
                <p>stands whole</p>
                <p style="width: 3000px">wide</p>
                </body></html>""");
        String found = String.join("\n", Languages.findings(page));
        assertThat(found)
                .contains("cuts off \"cut off at", "cuts off \"hidden below", "cuts off \"sticks out")
                .contains("no room for \"has no room", "says the key care.agree", "scrolls sideways")
                .doesNotContain("can be scrolled", "stands whole");
    }

    @Test
    @DisplayName(
            "U: no page has a serious finding, on a screen and in the dark on a phone, and in Arabic those that patients"
                    + " cannot do without; in no language does one scroll sideways, cut words off or say a key")
    void noPageHasASeriousFinding() {
        Map<String, String> places = AppPage.places(clinic);
        for (Someone who : AppPage.visitors()) {
            Person person = clinic.comes(who, usual.options("en"));
            if (AppPage.of(who).getFirst().signedIn()) {
                person.signsIn();
            }
            for (AppPage page : AppPage.of(who)) {
                lookInEveryLanguage(page.isOpenedBy(person, places), page);
                page.then().forEach(press -> lookInEveryLanguage(person.presses(press), page));
            }
        }
        assertThat(findings).isEmpty();
    }

    /** In both ways that the page can look, and its words in each language; by axe, in Arabic too where patients need it most. */
    private void lookInEveryLanguage(Person person, AppPage page) {
        Page seen = person.page();
        // What was pressed may have taken the place of what the page began with.
        String shown = page.then().isEmpty() ? page.shownAs() : "h1";
        lookOnce(person);
        findings.addAll(Languages.findings(seen, Languages.ON_A_SCREEN, shown));
        other.of(seen);
        lookOnce(person);
        if (page.main()) {
            findings.addAll(Languages.findings(seen, List.of("ar"), shown));
            lookOnce(person);
        }
        findings.addAll(Languages.findings(seen, Languages.ALL, shown));
        usual.of(seen);
    }

    /** In both ways that the page can look. */
    private void look(Person person) {
        lookOnce(person);
        other.of(person.page());
        lookOnce(person);
        usual.of(person.page());
    }

    private void lookOnce(Person person) {
        Page page = person.page();
        findings.addAll(Axe.findings(page));
        findings.addAll(Languages.findings(page));
    }
}
