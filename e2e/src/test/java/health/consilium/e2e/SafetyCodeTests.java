package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** V13, S17: a number that is the same on both sides exactly when nobody sits in the middle. */
class SafetyCodeTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    @Test
    @DisplayName("V13, S17: both sides see the same twelve digits, in Chromium and in Firefox")
    void bothSidesSeeTheSame() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.comesWithFirefox(ROSSI).signsIn();
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor).bothSeeMore(10);
        assertThat(code(doctor)).matches("\\d{3} \\d{3} \\d{3} \\d{3}").isEqualTo(code(patient));
    }

    @Test
    @DisplayName("S17: a server that sits in the middle is seen: both have a picture, and different numbers")
    void somebodyInTheMiddle() {
        Page lair = clinic.browsers().chromium(Actor.DOCTOR).newPage();
        lair.navigate(clinic.server().address().resolve("/login").toString());
        Eavesdropper eavesdropper = new Eavesdropper(lair);
        Person doctor = eavesdropper.between(clinic.comes(WEBER)).signsIn();
        Person patient = eavesdropper.between(clinic.comes(ROSSI)).signsIn();
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor)
                .bothSeeMore(30)
                .bothHear();
        assertThat(code(doctor)).matches("\\d{3} \\d{3} \\d{3} \\d{3}").isNotEqualTo(code(patient));
        lair.close();
    }

    static String code(Person person) {
        if (!person.sees("privacy-panel")) {
            person.presses("privacy-open");
        }
        return person.isShown("safety-code")
                .byId("safety-code")
                .locator("[aria-hidden]")
                .textContent();
    }
}
