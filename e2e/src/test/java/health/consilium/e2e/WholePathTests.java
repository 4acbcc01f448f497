package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From "I need a doctor" to the history, through the real pages: booking, paying, mail, link, call, prescription, receipt, survey. */
@Pages
class WholePathTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1280, 800, LINDQVIST, 30-6-1958", "390, 844, HADDAD, 2-11-1971"})
    @DisplayName(
            "A1 to A6, L7: a patient books, pays, comes by the link of the mail, speaks with the doctor, and has everything afterwards")
    void fromBookingToHistory(int width, int height, Someone who, String born) {
        Browser.NewContextOptions window = new Browser.NewContextOptions().setViewportSize(width, height);
        String reason = "A tight chest on the stairs, " + width;
        booksAndPays(clinic.comes(who, window).signsIn(), reason, width);
        JsonNode booked = appointmentBecauseOf(who, reason);
        UUID appointment = UUID.fromString(booked.path("id").asString());

        String link = Mailbox.newestLink(clinic);
        clinic.clock().moveTo(Instant.parse(booked.path("start").asString()).minus(Duration.ofMinutes(1)));
        Person patient = comesByTheLink(clinic.comes(who, window), link, born.split("-"));
        agreementIsOnRecord(who);
        Person doctor = clinic.signedIn(OKAFOR).hearsItRing();
        assertThat(doctor.byId("incoming-call").textContent()).contains(who.displayName(), reason);
        doctor.accepts().isInTheCall();
        patient.isInTheCall();
        doctor.watches(30).hearsTheOther();
        patient.watches(30).hearsTheOther();

        prescribes(doctor);
        doctor.presses("prescription-open").endsForAll().isShown("after-title");
        patient.isShown("after-title");
        hasEverythingAfterwards(patient, appointment);
        String code = patient.page()
                .locator("[data-testid=prescription] span[dir=ltr]")
                .first()
                .innerText();
        aPharmacyVerifies(clinic.comes(who, window), code);
        // The link shows this one appointment; the history is theirs who sign in.
        clinic.comes(who, window).signsIn().goesTo("/history").isShown("history-" + appointment);
    }

    @Test
    @DisplayName(
            "U: the same with the keyboard alone: booking, paying, mail, link, call, prescription, receipt, survey, history")
    void byKeyboardAlone() {
        new WholePathByKeyboard(clinic, ROSSI, OKAFOR).isWalked();
    }

    private static void booksAndPays(Person patient, String reason, int width) {
        patient.presses("book-new").isShown("step-1");
        patient.page().getByTestId("search").fill("cardio");
        patient.presses("doctor-" + OKAFOR.id()).isShown("step-2");
        patient.presses("first-free").isShown("step-3");
        patient.page().getByTestId("reason").fill(reason);
        patient.page().getByTestId("need-captions").setChecked(true);
        patient.presses("book")
                .presses("pay")
                .presses("pretend-pay")
                .seesThat("[data-testid=payment-outcome][data-status=PAID]");
        patient.goesTo("/").seesThat("[data-testid^=appointment-]:has-text('" + reason + "')");
        assertThat(patient.page().getByTestId("needs").first().innerText()).containsIgnoringCase("captions");
        int wide = ((Number) patient.page().evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as("nothing sticks out").isLessThanOrEqualTo(width);
    }

    private static JsonNode appointmentBecauseOf(Someone who, String reason) {
        for (JsonNode one : clinic.api().as(who).get("/api/v1/appointments").data()) {
            if (one.path("reason").asString().equals(reason)) {
                return one;
            }
        }
        throw new AssertionError("no appointment because of " + reason);
    }

    /** A6: from the mail to the waiting room the first time: that is me, my devices work, I agree and am here. */
    private static Person comesByTheLink(Person patient, String link, String[] born) {
        Taps taps = Taps.of(patient);
        taps.byTheLink(link, born);
        patient.presses("devices-done").isShown("consent-text");
        Page page = patient.page();
        page.getByTestId("visit-address").fill("12 Harbour Street, 20457 Hamburg");
        page.getByTestId("visit-country").selectOption("DE");
        page.getByTestId("visit-call-back").fill("+49 40 123456");
        patient.presses("visit-send").isInTheWaitingRoom();
        assertThat(taps.count()).isEqualTo(3);
        return patient;
    }

    /** What was read is what is on record, with the version and language that stood on the screen. */
    private static void agreementIsOnRecord(Someone who) {
        JsonNode given =
                clinic.api().as(who).get("/api/v1/care/consents").data().path(0);
        assertThat(given.path("answer").asString()).isEqualTo("GIVEN");
        assertThat(given.path("language").asString()).isEqualTo("en");
        assertThat(given.path("version").asInt()).isPositive();
    }

    private static void prescribes(Person doctor) {
        doctor.presses("prescription-open")
                .presses("allergies-change")
                .presses("none-known")
                // What stands below moves up meanwhile.
                .isShown("allergies-change")
                .presses("write-prescription");
        Page page = doctor.page();
        page.getByTestId("medication").fill("Bisoprolol");
        page.getByTestId("dose").fill("2.5 mg");
        page.getByTestId("frequency").fill("once a day");
        page.getByTestId("days").fill("30");
        if (page.getByTestId("licence").isVisible()) {
            // Asked once of each doctor.
            page.getByTestId("licence").fill("HH-12345");
            doctor.presses("licence-save");
        }
        doctor.presses("sign").presses("sign-confirm").isShown("prescription");
        doctor.watches(10);
    }

    private static void hasEverythingAfterwards(Person patient, UUID appointment) {
        patient.seesThat("[data-testid=prescription]:has-text('Bisoprolol')")
                .presses("star-5")
                .isShown("rating-saved");
        isAPdf(patient, patient.byId("prescription-pdf").first().getAttribute("href"));
        isAPdf(patient, "/api/v1/appointments/" + appointment + "/receipt.pdf");
    }

    /** A4: somebody who is not signed in has the paper in hand, and types what stands on it. */
    private static void aPharmacyVerifies(Person stranger, String code) {
        stranger.goesTo("/verify").isShown("verify-code");
        stranger.page().getByTestId("verify-code").fill(code);
        stranger.presses("verify-check")
                .seesThat("[data-testid=verified][data-standing=GENUINE]:has-text('Bisoprolol')");
    }

    private static void isAPdf(Person patient, String path) {
        var answer = patient.page()
                .request()
                .get(clinic.server().address().resolve(path).toString(), RequestOptions.create());
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
}
