package health.consilium.e2e;

import static health.consilium.e2e.RecordedCall.SOON;
import static health.consilium.e2e.RecordedCall.marked;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.Film.Place;
import health.consilium.e2e.SentSegments.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R: a recording while things go wrong, and while more goes on than two people talking. */
class RecordingRoughTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    /** A shared screen, and the people beside it. */
    private static final Place SCREEN = new Place(40, 100, 880, 520);

    private static final Place BESIDE = new Place(970, 10, 300, 160);

    @TempDir
    Path folder;

    @Test
    @DisplayName("R3: a shared screen is large in the film, with both people beside it")
    void aSharedScreen() {
        RecordedCall recorded = RecordedCall.in(clinic);
        recorded.patient().presses("share");
        recorded.doctor().isShown("shared-screen");
        recorded.begins();
        recorded.awaitSegments(1, 5);
        recorded.isStopped();
        Film film = recorded.film(1, folder);
        assertThat(film.faults()).isEmpty();
        assertThat(film.movement(SCREEN)).as("movement of the screen").isGreaterThan(0.3);
        assertThat(film.movement(BESIDE)).as("movement of the first person").isGreaterThan(0.3);
        assertThat(film.movement(new Place(BESIDE.x(), 190, BESIDE.width(), BESIDE.height())))
                .as("movement of the second person")
                .isGreaterThan(0.3);
    }

    @Test
    @DisplayName("R1: it rests while the patient is away, and goes on in a new take when they are back")
    void thePatientComesBack() {
        RecordedCall recorded = RecordedCall.in(clinic).begins();
        recorded.awaitSegments(1, 2);
        recorded.patient().leaves().isShown("rejoin");
        recorded.doctor().isInTheWaitingRoom();
        Await.until("the first take ends", SOON, recorded::ended);
        recorded.patient().presses("rejoin");
        recorded.call().isLive();
        recorded.doctor().seesThat(marked("recording"));
        recorded.patient().seesThat(marked("recording"));
        recorded.awaitSegments(2, 4);
        recorded.isStopped();
        assertThat(recorded.sent().all()).extracting(Segment::status).containsOnly(200);
        assertThat(recorded.film(2, folder).seconds()).isGreaterThan(2);
    }

    @Test
    @DisplayName(
            "R3: while a reloaded page's sound sleeps the picture is recorded all the same; all voices when it wakes")
    void theSoundSleeps() throws IOException {
        RecordedCall recorded = RecordedCall.in(clinic).begins();
        recorded.awaitSegments(1, 2);
        try (InputStream asleep = getClass().getResourceAsStream("/sound-asleep.js")) {
            recorded.doctor().page().addInitScript(new String(asleep.readAllBytes(), StandardCharsets.UTF_8));
        }
        recorded.doctor().reloads().isInTheCall().seesThat(marked("recording"));
        recorded.awaitSegments(2, 3);
        assertThat(recorded.film(2, folder).seconds()).as("while it sleeps").isGreaterThan(1);
        recorded.doctor().page().evaluate("() => { window.__awake = true; }");
        recorded.awaitSegments(3, 3);
        assertThat(recorded.film(3, folder).seconds()).as("awake").isGreaterThan(1);
        recorded.isStopped();
        assertThat(recorded.kept(folder).faults()).isEmpty();
    }
}
