package health.consilium.e2e;

import static health.consilium.e2e.RecordedCall.SOON;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.consilium.e2e.Film.Place;
import health.consilium.e2e.SentSegments.Segment;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R3: the doctor's page runs in Firefox. */
class RecordingFirefoxTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    @TempDir
    Path folder;

    /** Firefox does not tell what goes over its sockets: that nothing was wrong is seen on the page, all the time. */
    @Test
    @DisplayName("R3: Firefox records both pictures and both voices into a film that decodes whole")
    void firefoxRecords() {
        RecordedCall recorded = RecordedCall.in(
                        clinic, clinic.comesWithSoundingFirefox(WEBER).signsIn(), clinic.signedIn(ROSSI))
                .begins();
        recorded.doctor().presses("mute");
        Await.until("five seconds of the patient alone", SOON, () -> recorded.recorded() > 5_500);
        recorded.doctor().presses("mute").seesThat("[data-testid=mute][data-off=false]");
        recorded.patient().presses("mute");
        Await.until("five seconds of the doctor alone", SOON, () -> recorded.recorded() > 11_500);
        assertThat(recorded.doctor().sees("recording-trouble"))
                .as("R8: no false alarm")
                .isFalse();
        recorded.isStopped();
        assertThat(recorded.sent().all()).extracting(Segment::status).containsOnly(200);
        Film film = recorded.kept(folder);
        assertThat(film.faults()).isEmpty();
        assertThat(film.seconds()).isCloseTo(recorded.recorded() / 1_000.0, within(1.0));
        assertThat(film.loudness(1.5, 5)).as("the patient alone, dB").isGreaterThan(-45);
        assertThat(film.loudness(8, 11)).as("the doctor alone, dB").isGreaterThan(-45);
        assertThat(film.movement(new Place(200, 100, 640, 360))).as("large").isGreaterThan(0.1);
        assertThat(film.movement(new Place(960, 540, 280, 140))).as("small").isGreaterThan(0.1);
        System.out.printf("Firefox: %.1f s at %.1f frames a second%n", film.seconds(), film.rate());
    }
}
