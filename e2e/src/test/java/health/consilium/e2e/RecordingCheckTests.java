package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.AccessibilityTests.Window;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.RecordedCall;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S24: whoever looks after the clinic's recordings checks them on a page. */
@Pages
class RecordingCheckTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private static final int PARTS = 5;

    @Test
    @DisplayName("S24: the desk checks a recording: whole; then a part is gone, and the page says which and what to do")
    void checked() throws IOException {
        String recording = recorded();
        Person desk = clinic.comes(DESK, Window.PHONE.options()).signsIn();
        desk.presses("nav-clinic").presses("nav-recordings");
        String row = "[data-testid=stored-recording][data-id='" + recording + "'] ";
        desk.page().locator(row + "[data-testid=check]").click();
        desk.seesThat(row + "[data-testid=check-result][data-whole=true]");
        Files.delete(part(recording, 3));
        desk.page().locator(row + "[data-testid=check]").click();
        desk.seesThat(row + "[data-testid=check-result] [data-fault=LOST]");
        assertThat(desk.page().locator(row + "[data-testid=check-result]").innerText())
                .contains("number 3 of take 1")
                .contains("from a backup");
        desk.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true));
        assertThat(Axe.findings(desk.page())).isEmpty();
    }

    /** Without pictures: what is in the parts is nobody's business here. */
    private static String recorded() {
        try (HttpClient http = HttpClient.newHttpClient();
                RecordedCall call = RecordedCall.begin(
                        http, clinic.api().as(WEBER), clinic.api().as(ROSSI), clinic.appointment(ROSSI, WEBER))) {
            for (int i = 0; i < PARTS; i++) {
                assertThat(call.put(i, i == PARTS - 1, new byte[10_000 + i]).status())
                        .isEqualTo(200);
            }
            call.stops();
            return call.recording();
        }
    }

    private static Path part(String recording, int index) {
        Path folder = clinic.server().home().resolve("data/recordings").resolve(recording);
        try (var files = Files.list(folder)) {
            // Each part has its own length.
            return files.filter(file -> file.toFile().length() == 10_000 + index + 28)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
