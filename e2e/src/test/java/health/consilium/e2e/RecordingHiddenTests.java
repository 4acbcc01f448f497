package health.consilium.e2e;

import static health.consilium.e2e.RecordedCall.SOON;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import health.consilium.e2e.Film.Place;
import health.consilium.e2e.SentSegments.Segment;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.OrdinaryChromium;
import health.consilium.e2e.browser.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R3, R8: the doctor looks something up in another tab while their page records. */
class RecordingHiddenTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private static final Place LARGE = new Place(200, 100, 640, 360);
    private static final Place SMALL = new Place(960, 540, 280, 140);
    private static final long HIDDEN_MS = 8_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("in Firefox the recording goes on, and its self-check finds nothing wrong")
    void firefox() {
        goesOnHidden(clinic.comesWithFirefox(WEBER).signsIn());
    }

    @Test
    @DisplayName("in Chromium the recording goes on, and its self-check finds nothing wrong")
    void chromium() {
        try (OrdinaryChromium chromium = clinic.browsers().ordinaryChromium(Actor.DOCTOR, folder.resolve("profile"))) {
            goesOnHidden(Person.in(chromium.window(), WEBER, clinic.server().address())
                    .signsIn());
        }
    }

    private void goesOnHidden(Person doctor) {
        RecordedCall recorded =
                RecordedCall.in(clinic, doctor, clinic.signedIn(ROSSI)).begins();
        recorded.awaitSegments(1, 3);
        Page call = doctor.page();
        doctor.opensAnotherTab().goesTo("/history").page().bringToFront();
        Await.until(
                "the call's page is hidden",
                SOON,
                () -> "hidden".equals(call.evaluate("() => document.visibilityState")));
        long since = recorded.recorded();
        Await.until("eight seconds hidden", Duration.ofSeconds(30), () -> recorded.recorded() - since > HIDDEN_MS);
        assertThat(call.evaluate("() => document.visibilityState")).isEqualTo("hidden");
        assertThat(call.getByTestId("recording-trouble").count()).isZero();
        doctor.turnsToTab(doctor.pages().indexOf(call));
        call.bringToFront();
        recorded.isStopped().hasNoAlarm();

        List<Segment> all = recorded.sent().all();
        Film film = recorded.film(1, folder);
        System.out.printf(
                "hidden: %.1f s, %.1f frames a second, movement %.2f and %.2f%n",
                film.seconds(), film.rate(), film.movement(LARGE), film.movement(SMALL));
        assertThat(all).extracting(Segment::status).containsOnly(200);
        assertThat(film.faults()).isEmpty();
        assertThat(film.seconds()).isCloseTo(recorded.recorded() / 1_000.0, within(1.0));
    }
}
