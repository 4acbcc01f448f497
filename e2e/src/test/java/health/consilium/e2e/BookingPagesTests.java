package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import health.consilium.e2e.browser.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A1: from "I need a doctor" to an appointment that is paid, through the real pages. */
class BookingPagesTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1280, 800", "390, 844"})
    @DisplayName("A1, U4: a patient books a free time in four steps, pays, and sees it at home; the time is gone for others")
    void booksAndPays(int width, int height) {
        Person patient = clinic.comes(LINDQVIST, new Browser.NewContextOptions().setViewportSize(width, height))
                .signsIn()
                .presses("book-new")
                .isShown("step-1");
        patient.page().getByTestId("search").fill("cardio");
        patient.presses("doctor-" + OKAFOR.id()).isShown("step-2");
        patient.presses("first-free").isShown("step-3");
        patient.page().getByTestId("reason").fill("A tight chest on the stairs, " + width);
        patient.page().getByTestId("need-captions").setChecked(true);
        patient.presses("book").presses("pay").presses("pretend-pay")
                .seesThat("[data-testid=payment-outcome][data-status=PAID]");
        patient.goesTo("/").seesThat("[data-testid^=appointment-]:has-text('on the stairs, " + width + "')");
        assertThat(patient.page().getByTestId("needs").first().innerText()).contains("captions");
        int wide = ((Number) patient.page().evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as("nothing sticks out").isLessThanOrEqualTo(width);
    }
}
