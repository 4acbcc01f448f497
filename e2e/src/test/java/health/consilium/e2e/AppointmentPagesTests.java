package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with appointments before they speak to each other. */
@Pages
class AppointmentPagesTests {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @Test
    @DisplayName("A1: a patient cancels, is asked before and told afterwards; the doctor sees it at once")
    void aPatientCancels() {
        UUID appointment = inDays(3, LINDQVIST, OKAFOR);
        String card = "[data-testid=appointment-" + appointment + "]";
        Person doctor = clinic.signedIn(OKAFOR).seesThat(card);
        Person patient = clinic.signedIn(LINDQVIST).seesThat(card);

        patient.presses("cancel-" + appointment).isShown("cancel-confirm");
        patient.page().keyboard().press("Escape");
        gone(patient.byId("cancel-confirm"));
        patient.seesThat(card).presses("cancel-" + appointment).presses("cancel-confirm");

        patient.seesThat("[data-testid=cancelled]:has-text('You get your money back')")
                .presses("cancel-close");
        gone(patient.page().locator(card));
        gone(doctor.page().locator(card));
        patient.goesTo("/history").seesThat("text=Cancelled");
    }

    @Test
    @DisplayName(
            "a file that does not come takes nothing else of the page with it, and the page says so where it matters")
    void missingFiles() {
        UUID appointment = inDays(5, LINDQVIST, OKAFOR);
        Person patient = clinic.comes(LINDQVIST);
        patient.page().route("**/assets/CardLines-*.js", Route::abort);
        patient.page().route("**/assets/HistoryPage-*.js", Route::abort);
        patient.signsIn().seesThat("[data-testid=appointment-" + appointment + "]");
        patient.page().locator("header a[href='/history']").first().click();
        patient.seesThat("[data-testid=failure]:has-text('could not be shown')");
        patient.page().locator("header a[href='/']").first().click();
        patient.seesThat("[data-testid=appointment-" + appointment + "]");
    }

    @Test
    @DisplayName("A1, A2: the desk cancels, and reads that the patient gets the money back")
    void theDeskCancels() {
        UUID appointment = inDays(4, ROSSI, OKAFOR);
        Person desk = clinic.signedIn(DESK);
        desk.presses("cancel-" + appointment).presses("cancel-confirm");
        desk.seesThat("[data-testid=cancelled]:has-text('has paid and gets the money back')")
                .presses("cancel-close");
        gone(desk.byId("cancel-" + appointment));
        Await.until(
                "the refund is due",
                Duration.ofSeconds(10),
                () -> clinic.api()
                        .as(DESK)
                        .get("/api/v1/appointments/" + appointment)
                        .data()
                        .path("payment")
                        .path("status")
                        .asString()
                        .equals("REFUND_DUE"));
    }

    @Test
    @DisplayName("DESIGN 5: the desk ends a conversation for both, and nothing can be ended before there was one")
    void theDeskEndsACall() {
        UUID appointment = clinic.appointment(HADDAD, OKAFOR);
        Person desk = clinic.signedIn(DESK).isShown("cancel-" + appointment);
        assertThat(desk.sees("end-" + appointment)).isFalse();
        Call call = Call.between(clinic, appointment, clinic.signedIn(HADDAD), clinic.signedIn(OKAFOR));
        desk.reloads().presses("end-" + appointment).presses("end-confirm");
        for (Person person : new Person[] {call.patient(), call.doctor()}) {
            person.isShown("after-title").seesThat("[data-testid=end-reason][data-reason=COMPLETED]");
        }
        gone(desk.byId("end-" + appointment));
    }

    @Test
    @DisplayName("UX: the desk sees where in the day the present stands")
    void theNowLine() {
        Person desk = clinic.signedIn(DESK).isShown("now-line");
        assertThat(desk.page().getByTestId("now-line").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("L1, V2: the waiting room names the devices in use, and keeps the choice behind one line")
    void theDevicesAreFolded() {
        Person patient = clinic.signedIn(ROSSI)
                .opensTheCall(clinic.appointment(ROSSI, WEBER))
                .isInTheWaitingRoom()
                .isShown("chosen-devices");
        assertThat(patient.byId("chosen-devices").innerText()).contains("Fake Default Audio Input");
        assertThat(patient.sees("picker-camera")).isFalse();
        patient.page().locator("[data-testid=pickers] summary").click();
        patient.isShown("picker-camera").isShown("picker-microphone");
    }

    @Test
    @DisplayName("nothing advertises itself in the console")
    void noAdvertisement() {
        Person patient = clinic.signedIn(LINDQVIST);
        assertThat(String.join("\n", patient.diary().lines())).doesNotContainIgnoringCase("locize");
    }

    private static UUID inDays(int days, Someone patient, Someone doctor) {
        return clinic.database()
                .paidAppointment(patient, doctor, clinic.clock().now().plus(Duration.ofDays(days)), HALF_AN_HOUR);
    }

    private static void gone(Locator what) {
        what.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
