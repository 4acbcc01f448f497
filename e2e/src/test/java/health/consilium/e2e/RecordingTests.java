package health.consilium.e2e;

import static health.consilium.e2e.RecordedCall.SOON;
import static health.consilium.e2e.RecordedCall.marked;
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
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R: recording, as people see it and as it leaves the page. */
class RecordingTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    /** Inside of the large picture, and of the small one at the lower right. */
    private static final Place LARGE = new Place(200, 100, 640, 360);

    private static final Place SMALL = new Place(960, 540, 280, 140);

    @TempDir
    Path folder;

    @Test
    @DisplayName("R1, R2, U12, U15: asked, answered, seen by both, and over when the patient takes it back")
    void fromTheQuestionToTheWithdrawal() {
        RecordedCall recorded = RecordedCall.in(clinic).isAskedFor();
        recorded.patient().isShown("recording-question").isShown("recording-facts");
        recorded.doctor().seesThat(marked("asked"));
        assertThat(recorded.sent().all()).isEmpty();
        recorded.patient().presses("recording-agree").seesThat(marked("recording"));
        recorded.doctor().seesThat(marked("recording"));
        recorded.awaitSegments(1, 3);

        recorded.patient().presses("recording-end");
        gone(recorded.doctor());
        gone(recorded.patient());
        Await.until("the last segment leaves the page", SOON, recorded::ended);
        recorded.call().bothSeeMore(10).bothHear();
        List<Segment> all = recorded.sent().all();
        assertThat(all).allMatch(segment -> segment.to() - segment.from() <= 2_000, "at most two seconds");
        assertThat(all)
                .extracting(Segment::status)
                .as("what the server answered, which takes nothing from half a second after the end on")
                .containsOnly(200);
        assertThat(all.getLast().to()).isLessThanOrEqualTo(clinic.clock().now().toEpochMilli());
        recorded.hasNoAlarm();
    }

    @Test
    @DisplayName("U13: a no stops nothing but the recording")
    void aNoHarmsNothing() {
        RecordedCall recorded = RecordedCall.in(clinic).isAskedFor();
        recorded.patient().isShown("recording-question").presses("recording-decline");
        gone(recorded.doctor());
        gone(recorded.patient());
        recorded.call().bothSeeMore(10).bothHear();
        assertThat(recorded.sent().all()).isEmpty();
    }

    @Test
    @DisplayName("R3: the file decodes whole, is as long as it was recorded, and holds both pictures and both voices,"
            + " also while the doctor looks something up in another tab")
    void bothPicturesAndBothVoices() {
        try (OrdinaryChromium chromium =
                clinic.browsers().ordinaryChromium(Actor.MARKED_DOCTOR, folder.resolve("profile"))) {
            Person doctor = Person.in(chromium.window(), WEBER, clinic.server().address());
            bothPicturesAndBothVoices(RecordedCall.in(
                            clinic, doctor.signsIn(), clinic.comesMarked(ROSSI).signsIn())
                    .begins());
        }
    }

    private void bothPicturesAndBothVoices(RecordedCall recorded) {
        recorded.doctor().presses("mute");
        Await.until("five seconds of the patient alone", SOON, () -> recorded.recorded() > 5_500);
        recorded.doctor().presses("mute").seesThat("[data-testid=mute][data-off=false]");
        recorded.patient().presses("mute");
        Page call = recorded.doctor().page();
        recorded.doctor().opensAnotherTab().goesTo("/history").page().bringToFront();
        Await.until("the call's page is hidden", SOON, () -> hidden(call));
        double since = recorded.recorded() / 1_000.0 + 1;
        Await.until("five seconds of the doctor alone, hidden", SOON, () -> recorded.recorded() > 1_000 * (since + 5));
        assertThat(hidden(call)).isTrue();
        recorded.doctor().turnsToTab(recorded.doctor().pages().indexOf(call));
        call.bringToFront();
        recorded.isStopped();

        Film film = recorded.film(1, folder);
        assertThat(film.faults()).isEmpty();
        assertThat(film.seconds()).isCloseTo(recorded.recorded() / 1000.0, within(1.0));
        assertThat(film.movement(LARGE)).as("movement of the large picture").isGreaterThan(0.3);
        assertThat(film.movement(SMALL)).as("movement of the small picture").isGreaterThan(0.3);
        assertThat(film.loudness(1.5, 5)).as("the patient alone, dB").isGreaterThan(-45);
        assertThat(film.loudness(since, since + 4)).as("the doctor alone, dB").isGreaterThan(-45);
        assertThat(film.frames(since, since + 4))
                .as("frames in four seconds, hidden: slow timers would give four")
                .isGreaterThan(12);
        for (double bothSeen : film.withBothMarks()) {
            assertThat(bothSeen).as("share of a half that shows both people").isGreaterThan(0.9);
        }
        recorded.hasNoAlarm();
        System.out.printf(
                "recorded %.1f s at %.1f frames a second, %d kB%n",
                film.seconds(),
                film.rate(),
                recorded.sent().all().stream()
                                .mapToInt(one -> one.bytes().length)
                                .sum()
                        / 1000);
    }

    @Test
    @DisplayName("R4: after a reload of the recording page the recording goes on, in a new take")
    void aReloadGoesOn() {
        RecordedCall recorded = RecordedCall.in(clinic).begins();
        recorded.awaitSegments(1, 2);
        recorded.doctor().reloads().isInTheCall().seesThat(marked("recording"));
        recorded.patient().seesThat(marked("recording"));
        recorded.awaitSegments(2, 2);
        Await.until(
                "a second take that plays", SOON, () -> recorded.film(2, folder).seconds() > 0);
        recorded.call().bothSeeMore(10).bothHear();
        recorded.hasNoAlarm();
    }

    private static boolean hidden(Page page) {
        return "hidden".equals(page.evaluate("() => document.visibilityState"));
    }

    private static void gone(Person person) {
        Await.until(person.who() + " sees no mark", SOON, () -> !person.sees("recording-mark"));
    }
}
