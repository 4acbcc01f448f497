package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.browser.Person.Key;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L1, Q7, U3: the check before a call, through a real camera file, a real voice and a real relay. */
@Pages
class DeviceCheckTests {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String INSIDE_AN_APP = "Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0;]";

    @RegisterExtension
    static final Clinic clinic = Clinic.sharedWithTlsRelay();

    @Test
    @DisplayName("L1: two days before, everything is found good over UDP, TCP and TLS; the doctor and the desk see it")
    void readyDaysBefore() {
        UUID appointment = inTwoDays();
        Person patient = clinic.signedIn(ROSSI).goesTo("/device-check?appointment=" + appointment);
        outcome(patient, "READY");
        for (String line : new String[] {"camera", "microphone", "connection"}) {
            patient.seesThat("[data-testid=check-" + line + "][data-light=good]");
        }
        patient.isShown("check-saved");
        for (String way : new String[] {"UDP", "TCP", "TLS", "signalling", "stun"}) {
            assertThat(patient.byId("detail-" + way).textContent()).contains("works");
        }
        assertThat(patient.byId("detail-loss").textContent()).isEqualTo("0%");
        assertThat(patient.byId("detail-kbps").textContent()).contains("Mbit/s");
        assertThat(Axe.findings(patient.page())).isEmpty();
        System.out.println("device check: " + patient.byId("device-check").getAttribute("data-took") + " ms");

        Person doctor = clinic.signedIn(WEBER);
        doctor.seesThat("[data-testid=appointment-" + appointment + "] [data-testid=devices-state][data-state=READY]");
        clinic.signedIn(DESK).seesThat("[data-testid=devices-state][data-state=READY]");
    }

    @Test
    @DisplayName(
            "Q7: a refused camera gets its remedy, the doctor sees the reason, and allowing it later mends it by itself")
    void refusedAndRescued() {
        UUID appointment = inTwoDays();
        Person patient =
                clinic.comesAsking(ROSSI).setsCameraAndMicrophoneTo("denied").signsIn();
        patient.goesTo("/device-check?appointment=" + appointment);
        patient.seesThat("[data-testid=problem-both][data-problem=DENIED]").isShown("media-retry");
        outcome(patient, "AT_RISK");
        patient.isShown("finding-CAMERA_NOT_ALLOWED").isShown("check-saved");
        assertThat(Axe.findings(patient.page())).isEmpty();
        clinic.signedIn(WEBER)
                .seesThat("[data-testid=appointment-" + appointment
                        + "] [data-testid=devices-state][data-state=AT_RISK] [data-testid=devices-why]");
        patient.setsCameraAndMicrophoneTo("granted").isShown("preview");
        outcome(patient, "READY");
        assertThat(patient.sees("media-trouble")).isFalse();
    }

    @Test
    @DisplayName("Q7: who is refused both goes on without, sees and hears the doctor, and writes")
    void listensOnly() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient =
                clinic.comesAsking(ROSSI).setsCameraAndMicrophoneTo("denied").signsIn();
        Person doctor = clinic.signedIn(WEBER);
        patient.opensTheCall(appointment).isInTheWaitingRoom().seesThat("[data-testid=problem-both]");
        patient.presses("go-without");
        doctor.hearsItRing().accepts();
        patient.isInTheCall().watches(30).hearsTheOther().writes("I can hear you");
        doctor.isInTheCall().reads("I can hear you");
        assertThat(patient.sees("media-trouble")).isFalse();
        patient.setsCameraAndMicrophoneTo("granted");
        doctor.presses("people-open")
                .seesThat("[data-testid=participant-PATIENT][data-camera=false][data-microphone=false]");
    }

    @Test
    @DisplayName("Q7: inside an app the page shows the way out: its menu, a link, the address and a QR code")
    void insideAnApp() {
        Person patient = clinic.comesAsking(
                        ROSSI,
                        new Browser.NewContextOptions()
                                .setUserAgent(INSIDE_AN_APP)
                                .setViewportSize(390, 844))
                .setsCameraAndMicrophoneTo("denied")
                .signsIn()
                .goesTo("/device-check");
        patient.isShown("problem-both").isShown("qr").isShown("copy-link");
        assertThat(patient.byId("problem-both").textContent()).contains("Facebook");
        assertThat(patient.byId("open-in-browser").getAttribute("href")).startsWith("intent://localhost:");
        outcome(patient, "AT_RISK");
        patient.isShown("finding-IN_APP_BROWSER");
        assertThat(Axe.findings(patient.page())).isEmpty();
        assertThat(patient.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("U3, U17: speaker and own voice, by keyboard alone; what was not heard is a finding")
    void bySoundAndKeyboard() {
        Person patient = clinic.signedIn(ROSSI).goesTo("/device-check");
        outcome(patient, "READY");
        patient.tabsTo("play-sound").presses(Key.ENTER).isShown("not-heard");
        patient.tabsTo("not-heard").presses(Key.ENTER).isShown("finding-SPEAKER_NOT_HEARD");
        patient.tabsTo("record").presses(Key.ENTER).isShown("play-back");
        patient.tabsTo("play-back").presses(Key.ENTER);
        patient.page().waitForFunction("() => document.querySelector('[data-testid=own-voice]').currentTime > 1");
        patient.tabsTo("devices-done").presses(Key.ENTER).isShown("sign-out");
    }

    private static UUID inTwoDays() {
        return clinic.database()
                .paidAppointment(ROSSI, WEBER, clinic.clock().now().plus(Duration.ofDays(2)), Duration.ofMinutes(30));
    }

    private static void outcome(Person person, String outcome) {
        person.page()
                .waitForSelector(
                        "[data-testid=device-check][data-outcome=" + outcome + "]",
                        new Page.WaitForSelectorOptions().setTimeout(LONGEST.toMillis()));
    }
}
