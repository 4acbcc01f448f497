package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Media;
import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Q1, Q2: less is sent where the way carries less, sound last of all, and more again when it carries more. */
@NeedsLab
class NarrowWayTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.inTheLab();

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int TWO_SECONDS_OF_SOUND = 96_000;

    @Test
    @DisplayName(
            "Q1: a screen that is shared on a narrow way keeps its lines and gives up frames, and the voice is whole")
    void aSharedScreenStaysReadable() {
        Call call = Call.between(
                        clinic, clinic.appointment(ROSSI, WEBER), clinic.signedIn(ROSSI), clinic.signedIn(WEBER))
                .bothSeeMore(30);
        Person patient = call.patient();
        call.doctor().presses("share");
        awaits("the screen is there", () -> patient.sharedScreen().lines() >= 720);
        int lines = patient.sharedScreen().lines();
        double frames = screenFramesASecond(patient);

        clinic.lab().sending(clinic.hostOf(WEBER)).rate(300_000);
        awaits("fewer frames of the screen", () -> screenFramesASecond(patient) < frames / 2);
        assertThat(patient.sharedScreen().lines()).isEqualTo(lines);
        awaits("the doctor's voice is whole", () -> madeUp(patient) < 0.03);
        patient.hearsTheOther();
        assertThat(screenFramesASecond(patient)).isPositive();
        assertThat(patient.sharedScreen().lines()).isEqualTo(lines);
    }

    @Test
    @DisplayName("Q1: on a narrow way Firefox sends a small picture that moves, and a whole voice")
    void firefoxSendsLess() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.comesWithFirefox(ROSSI).signsIn();
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor).bothSeeMore(30);
        int lines = doctor.picture().lines();
        clinic.lab().sending(clinic.hostOf(ROSSI)).rate(200_000);
        patient.seesThat("[data-testid=picture-words][data-words=slow]");
        doctor.showsLines(now -> now < lines).watches(10);
        awaits("the patient's voice is whole", () -> madeUp(doctor) < 0.03);
        doctor.hearsTheOther();
    }

    @Test
    @DisplayName(
            "Q2: on a hopeless way there is sound alone, both are told, and the camera stays on; afterwards the picture comes back, at once when it is asked for")
    void soundAloneOnAHopelessOne() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.signedIn(ROSSI);
        Call call = Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor)
                .bothSeeMore(30);
        clinic.lab().sending(clinic.hostOf(ROSSI)).rate(70_000);
        patient.seesThat("[data-testid=picture-words][data-words=sound]");
        doctor.seesThat("[data-testid=remote][data-camera=false] >> text=has a slow connection");
        awaits("the patient's voice is whole", () -> madeUp(doctor) < 0.03);
        doctor.hearsTheOther();
        assertThat(patient.byId("camera").getAttribute("data-off")).isEqualTo("false");

        clinic.lab().mend();
        // The page tries by itself now and then, and offers no button while it does.
        awaits("the patient's picture is back", () -> {
            patient.pressesIfThere("retry-picture");
            return "true".equals(doctor.byId("remote").getAttribute("data-camera"));
        });
        call.bothSeeMore(30).bothHear();
    }

    /** Over four frames. */
    private static double screenFramesASecond(Person watching) {
        long began = System.nanoTime();
        long first = watching.media().screenFrames();
        awaits("four frames of the screen", () -> watching.media().screenFrames() - first >= 4);
        return (watching.media().screenFrames() - first) * 1e9 / (System.nanoTime() - began);
    }

    /** The share of the other side's sound that the browser had to make up. */
    private static double madeUp(Person hearing) {
        Media first = hearing.media();
        Media last = Await.value(
                hearing.who() + " is played sound",
                PATIENCE,
                hearing::media,
                now -> now.soundPlayed() - first.soundPlayed() >= TWO_SECONDS_OF_SOUND);
        return (double) (last.soundMadeUp() - first.soundMadeUp()) / (last.soundPlayed() - first.soundPlayed());
    }

    private static void awaits(String what, BooleanSupplier holds) {
        Await.until(what, PATIENCE, holds);
    }
}
