package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import health.consilium.e2e.browser.Person;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A consultation with everything that opens in it and after it, by the keyboard where it opens and closes. */
final class AroundTheCall {
    private final Clinic clinic;
    private final Opened opened;
    private final UUID appointment;
    private final Person patient;
    private final Person doctor;

    AroundTheCall(Clinic clinic, Opened opened) {
        this.clinic = clinic;
        this.opened = opened;
        this.appointment = clinic.appointment(ROSSI, WEBER);
        this.patient = clinic.comes(ROSSI, Opened.calm()).signsIn();
        this.doctor = clinic.comes(WEBER, Opened.calm()).signsIn();
    }

    void isWalked() {
        Call.between(clinic, appointment, patient, doctor);
        theDoctorKnowsWhereThePatientIs();
        theClinicSaysSomething();
        prescribesCorrectsAndWithdraws();
        doctor.endsForAll().isShown("after-title");
        patient.isShown("after-title");
        fewStars();
        whatWasAgreed();
        meetsAgain();
    }

    /** U7, U9. */
    private void theDoctorKnowsWhereThePatientIs() {
        Page page = doctor.page();
        opened.leaves(page, "emergency-open", "emergency-panel");
        opened.opens(page, "emergency-open", "emergency-panel");
        doctor.isShown("emergency-number");
        opened.looksAt(page);
        assertThat(doctor.byId("emergency-number").innerText()).isEqualTo("112");
        assertThat(doctor.byId("emergency-address").innerText()).contains("Linden Street 4, Berlin");
        doctor.byId("identity-tick").press("Space");
        doctor.seesThat("[data-testid=emergency-panel] [role=status]:has-text('Confirmed')");
        JsonNode record = clinic.api()
                .as(WEBER)
                .get("/api/v1/appointments/" + appointment + "/care-record")
                .data();
        assertThat(record.path("identity").path("doctor").asString())
                .isEqualTo(WEBER.id().toString());
        doctor.byId("panel-close").press("Enter");
        opened.closes(page, "emergency-open", "emergency-panel");
    }

    /** A7: the desk writes into the call of others; both read it, and put it away. */
    private void theClinicSaysSomething() {
        Person desk = clinic.comes(DESK, Opened.calm()).signsIn().goesTo("/clinic/live");
        opened.leaves(desk.page(), "write-" + appointment, "message-text");
        desk.byId("write-" + appointment).press("Enter");
        desk.byId("message-text").fill("The lift is out of order");
        desk.byId("message-send").press("Enter");
        desk.isShown("message-sent");
        opened.looksAt(desk.page());
        for (Person person : new Person[] {patient, doctor}) {
            person.seesThat("[role=alert]:has-text('The lift is out of order')");
            opened.looksAt(person.page());
            person.byId("clinic-words-away").press("Enter");
            person.byId("clinic-words").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    /** A4: what was signed stays; a correction is a new version, and what is withdrawn says why. */
    private void prescribesCorrectsAndWithdraws() {
        Page page = doctor.page();
        opened.opens(page, "prescription-open", "write-prescription");
        doctor.byId("write-prescription").press("Enter");
        doctor.byId("medication").fill("Bisoprolol");
        doctor.byId("dose").fill("2.5 mg");
        doctor.byId("frequency").fill("once a day");
        doctor.byId("days").fill("30");
        opened.leaves(page, "sign", "sign-confirm");
        doctor.presses("sign").presses("sign-confirm").isShown("prescription");
        doctor.byId("correct").press("Enter");
        doctor.isShown("draft");
        opened.looksAt(page);
        doctor.byId("dose").fill("1.25 mg");
        doctor.presses("sign").presses("sign-confirm");
        doctor.seesThat("[data-testid=prescription]:has-text('1.25 mg') details")
                .seesThat("[data-testid=prescription]:not(:has([data-testid=draft]))");
        doctor.byId("withdraw").press("Enter");
        doctor.focusIsOn("withdraw-why");
        opened.looksAt(page);
        page.keyboard().type("Taken by mistake");
        doctor.byId("withdraw-confirm").press("Enter");
        doctor.seesThat("[data-testid=prescription][data-withdrawn=true]:has-text('Taken by mistake')");
        doctor.byId("panel-close").press("Enter");
    }

    /** A5: what went wrong is asked where the stars are few, and the doctor reads it beside what was measured. */
    private void fewStars() {
        patient.byId("star-2").press("Enter");
        opened.looksAt(patient.page());
        patient.byId("issue-AUDIO").press("Space");
        patient.byId("rating-text").fill("It crackled");
        patient.byId("rating-send").press("Enter");
        patient.isShown("rating-saved");
        // Not lost with the button that sent it.
        patient.page().waitForFunction("() => document.activeElement?.querySelector('[data-testid=rating-saved]')");
        doctor.reloads().seesThat("[data-testid=given-ratings]:has-text('It crackled')");
        patient.seesThat("[data-testid=prescription][data-withdrawn=true]:has-text('Taken by mistake')");
    }

    /** U27: nothing of it is the patient's to read before it is given out. */
    private void whatWasAgreed() {
        doctor.byId("agreed-text").fill("Rest, and plenty to drink.");
        doctor.byId("next-step").fill("A blood test on Friday");
        doctor.seesThat("[data-testid=agreed-standing][data-standing=saved]");
        assertThat(patient.reloads().isShown("agreed").byId("agreed").innerText())
                .doesNotContain("plenty to drink");
        opened.looksAt(doctor.page());
        doctor.byId("release").press("Enter");
        doctor.seesThat("[data-testid=agreed][data-versions='1']");
        patient.reloads()
                .seesThat("[data-testid=agreed]:has-text('plenty to drink'):has-text('A blood test on Friday')");
        opened.looksAt(patient.page());
    }

    /** A5: the doctor would like to meet again; the patient books one of the nearest times with one press. */
    private void meetsAgain() {
        doctor.page().locator("[data-testid=propose] summary").press("Enter");
        doctor.isShown("in-14");
        opened.looksAt(doctor.page());
        doctor.byId("in-14").press("Enter");
        doctor.focusIsOn("proposed");
        patient.reloads().isShown("follow-up");
        opened.looksAt(patient.page());
        patient.byId("follow-up-slot").first().press("Enter");
        patient.isShown("pay");
        assertThat(patient.page().url()).contains("/checkout/");
    }
}
