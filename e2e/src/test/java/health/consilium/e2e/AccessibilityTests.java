package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.browser.Person.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Where people sit. */
    enum Window {
        DESKTOP(1280, 800, ColorScheme.LIGHT),
        DESKTOP_DARK(1280, 800, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT),
        SMALL_PHONE(320, 640, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Window(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
        }
    }

    /** The innermost of what is wider than the page. */
    private static final String STICKS_OUT = "() => [...document.querySelectorAll('body *')]"
            + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5"
            + " || e.getBoundingClientRect().left < -0.5).slice(-3).map(e => e.outerHTML.slice(0, 200)).join(' and ')";

    @ParameterizedTest
    @EnumSource
    @DisplayName("U: no page has a serious finding or scrolls sideways")
    void noPageHasASeriousFinding(Window window) {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.comes(ROSSI, window.options());
        patient.goesTo("/").isShown("login-submit").isShown("demo-maria-rossi");
        look(patient);
        look(patient.signsIn().isShown("appointment-" + appointment));
        look(patient.goesTo("/device-check").isShown("preview"));
        look(patient.opensTheCall(appointment).isInTheWaitingRoom());

        Person doctor = clinic.comes(WEBER, window.options()).signsIn();
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
    @DisplayName("U: checkout and the clinic's desk have no serious finding")
    void checkoutAndDesk() {
        UUID unpaid =
                clinic.database().appointment(HADDAD, OKAFOR, clinic.clock().now(), Duration.ofMinutes(30));
        look(clinic.signedIn(HADDAD).goesTo("/checkout/" + unpaid).isShown("pay"));
        Person desk = clinic.signedIn(DESK).isShown("mark-paid-" + unpaid);
        look(desk);
        look(desk.goesTo("/quality").isShown("filter-from"));
        look(desk.goesTo("/clinic/appointments?q=dr").isShown("found-total"));
        look(desk.goesTo("/clinic/licences").isShown("licences"));
        look(desk.goesTo("/clinic/webhooks").presses("webhook-new").isShown("webhook-url"));
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("U: from the door to the end of the call with the keyboard alone")
    void theWholePathByKeyboard() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.comes(ROSSI).goesTo("/").isShown("demo-maria-rossi");
        patient.tabsTo("demo-maria-rossi").presses(Key.ENTER).isShown("appointment-" + appointment);
        patient.tabsTo("action-start").presses(Key.ENTER).isInTheWaitingRoom();

        Person doctor = clinic.comes(WEBER).goesTo("/").isShown("demo-dr-anna-weber");
        doctor.tabsTo("demo-dr-anna-weber").presses(Key.ENTER).hearsItRing();
        doctor.focusIsOn("accept").presses(Key.ENTER);
        new Call(clinic, appointment, patient, doctor).isLive();

        patient.tabsTo("mute").presses(Key.SPACE).seesThat("[data-testid=mute][data-off=true]");
        patient.tabsTo("chat-open").presses(Key.ENTER).tabsTo("chat-input");
        patient.page().keyboard().type("By keyboard");
        patient.presses(Key.ENTER);
        doctor.reads("By keyboard");
        doctor.tabsTo("leave").presses(Key.ENTER).tabsTo("end-for-all").presses(Key.ENTER);
        patient.isShown("after-title");
        doctor.isShown("after-title");
    }

    private void look(Person person) {
        Page page = person.page();
        findings.addAll(Axe.findings(page));
        boolean sideways = (boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (sideways) {
            findings.add(page.url() + " scrolls sideways because of " + page.evaluate(STICKS_OUT));
        }
    }
}
