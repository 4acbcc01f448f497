package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** V13, S17: a number that is the same on both sides. */
class SafetyCodeTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @Test
    @DisplayName("V13, S17: both sides see the same twelve digits, in Chromium and in Firefox")
    void bothSidesSeeTheSame() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.comesWithFirefox(ROSSI).signsIn();
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor).bothSeeMore(10);
        assertThat(code(doctor)).matches("\\d{3} \\d{3} \\d{3} \\d{3}").isEqualTo(code(patient));
    }

    private static String code(Person person) {
        if (!person.sees("privacy-panel")) {
            person.presses("privacy-open");
        }
        return person.isShown("safety-code")
                .byId("safety-code")
                .locator("[aria-hidden]")
                .textContent();
    }
}
