package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S7, A6: passkeys through the real pages, with Chromium's own make-believe device. */
@Pages
class PasskeyPageTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @Test
    @DisplayName(
            "made on the account page, then signed in with it alone, after the password, and no more once it is taken away")
    void madeAndUsed() {
        Person doctor = clinic.signedIn(WEBER);
        hasADevice(doctor.page());
        doctor.goesTo("/account");
        doctor.byId("passkey-name").fill("Practice computer");
        doctor.byId("passkey-password").fill(Someone.PASSWORD);
        doctor.presses("add-passkey").presses("codes-kept").isShown("passkeys");
        assertThat(doctor.byId("passkeys").innerText()).contains("Practice computer");

        doctor.presses("sign-out").presses("login-passkey").isShown("sign-out");

        doctor.presses("sign-out");
        doctor.byId("login-email").fill(WEBER.email());
        doctor.byId("login-password").fill(Someone.PASSWORD);
        doctor.presses("login-submit").presses("answer-passkey").isShown("sign-out");

        doctor.goesTo("/account").presses("remove-passkey");
        doctor.page().locator("dialog input[type=password]").fill(Someone.PASSWORD);
        doctor.presses("remove-passkey-confirm");
        doctor.byId("remove-passkey-confirm").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
        doctor.presses("sign-out").presses("login-passkey").isShown("failure");
        assertThat(doctor.byId("failure").innerText()).contains("not known here");
    }

    /** One that keeps passkeys and always finds its owner before it. */
    private static void hasADevice(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
