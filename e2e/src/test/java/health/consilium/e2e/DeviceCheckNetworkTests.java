package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.consilium.e2e.browser.Person;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L1: the check's verdict on networks as patients have them. */
@NeedsLab
class DeviceCheckNetworkTests {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @RegisterExtension
    static final Clinic clinic = Clinic.inTheLab();

    @Test
    @DisplayName("L1: where UDP is blocked, the detour over TCP is found, and the patient is ready")
    void noUdp() {
        Person patient = clinic.signedIn(ROSSI);
        clinic.lab().blockUdp(clinic.hostOf(ROSSI));
        checks(patient);
        assertThat(patient.byId("detail-UDP").textContent()).contains("blocked");
        assertThat(patient.byId("detail-TCP").textContent()).contains("works");
        patient.seesThat("[data-outcome=READY]").isShown("detour");
    }

    @Test
    @DisplayName("L1: with a fifth of the packets lost each way, the patient is at risk, and is told why")
    void fifthLost() {
        Person patient = clinic.signedIn(ROSSI);
        clinic.lab().link(clinic.hostOf(ROSSI)).loss(0.2);
        checks(patient).seesThat("[data-outcome=AT_RISK]").isShown("finding-LOSS_HIGH");
    }

    @Test
    @DisplayName("L1: a narrow way is measured as one")
    void narrow() {
        Person patient = clinic.signedIn(ROSSI);
        clinic.lab().link(clinic.hostOf(ROSSI)).rate(300_000);
        checks(patient).seesThat("[data-outcome=AT_RISK]").isShown("finding-BANDWIDTH_LOW");
    }

    private static Person checks(Person patient) {
        patient.goesTo("/device-check");
        patient.page()
                .waitForSelector(
                        "[data-testid=device-check]:not([data-outcome=open])",
                        new Page.WaitForSelectorOptions().setTimeout(LONGEST.toMillis()));
        System.out.println(
                "device check in " + patient.byId("device-check").getAttribute("data-took") + " ms: "
                        + patient.page()
                                .evaluate(
                                        "() => [...document.querySelectorAll('[data-testid^=detail-]')].map((one) => one.dataset.testid.slice(7) + ' ' + one.textContent).join(', ')"));
        return patient;
    }
}
