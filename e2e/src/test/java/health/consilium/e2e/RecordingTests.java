package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.consilium.e2e.Film.Place;
import health.consilium.e2e.SentSegments.Segment;
import health.consilium.e2e.browser.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R: recording, as people see it and as it leaves the page. */
class RecordingTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private static final String RECORDING = "[data-testid=recording-mark][data-state=recording]";
    private static final Duration SOON = Duration.ofSeconds(15);
    /** Inside of the large picture, and of the small one at the lower right. */
    private static final Place LARGE = new Place(200, 100, 640, 360);

    private static final Place SMALL = new Place(960, 540, 280, 140);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "R1, R2, U12, U15: asked, answered, seen by both, and over within a second when the patient takes it back")
    void fromTheQuestionToTheWithdrawal() {
        Call call = aCall();
        SentSegments sent = SentSegments.of(call.doctor());
        asks(call.doctor());
        call.patient().isShown("recording-question").isShown("recording-facts");
        call.doctor().seesThat("[data-testid=recording-mark][data-state=asked]");
        assertThat(sent.all()).isEmpty();
        call.patient().presses("recording-agree").seesThat(RECORDING);
        call.doctor().seesThat(RECORDING);
        Await.until("segments leave the page", SOON, () -> sent.all().size() >= 3);

        call.patient().presses("recording-end");
        long withdrawn = System.nanoTime();
        gone(call.doctor());
        assertThat(Duration.ofNanos(System.nanoTime() - withdrawn)).isLessThan(Duration.ofSeconds(1));
        gone(call.patient());
        Await.until("the last segment leaves the page", SOON, () -> ended(sent));
        call.bothSeeMore(10).bothHear();
        List<Segment> all = sent.all();
        assertThat(all).allMatch(segment -> segment.to() - segment.from() <= 2_000, "at most two seconds");
        assertThat(all)
                .extracting(Segment::status)
                .as("what the server answered")
                .containsOnly(200);
        assertThat(all.getLast().to()).isLessThanOrEqualTo(clinic.clock().now().toEpochMilli());
    }

    @Test
    @DisplayName("U13: a no stops nothing but the recording")
    void aNoHarmsNothing() {
        Call call = aCall();
        SentSegments sent = SentSegments.of(call.doctor());
        asks(call.doctor());
        call.patient().isShown("recording-question").presses("recording-decline");
        gone(call.doctor());
        gone(call.patient());
        call.bothSeeMore(10).bothHear();
        assertThat(sent.all()).isEmpty();
    }

    @Test
    @DisplayName("R3: the file decodes whole, is as long as it was recorded, and holds both pictures and both voices")
    void bothPicturesAndBothVoices() {
        Call call = aCall();
        SentSegments sent = SentSegments.of(call.doctor());
        records(call);
        call.doctor().presses("mute");
        Await.until("five seconds of the patient alone", SOON, () -> recorded(sent) > 5_500);
        call.doctor().presses("mute").seesThat("[data-testid=mute][data-off=false]");
        call.patient().presses("mute");
        Await.until("five seconds of the doctor alone", SOON, () -> recorded(sent) > 11_500);
        call.doctor().presses("recording-end");
        Await.until("the last segment leaves the page", SOON, () -> ended(sent));

        Film film = new Film(sent.writeTake(1, folder.resolve("take.webm")));
        assertThat(film.faults()).isEmpty();
        assertThat(film.seconds()).isCloseTo(recorded(sent) / 1000.0, within(1.0));
        assertThat(film.movement(LARGE)).as("movement of the large picture").isGreaterThan(0.3);
        assertThat(film.movement(SMALL)).as("movement of the small picture").isGreaterThan(0.3);
        assertThat(film.loudness(1.5, 5)).as("the patient alone, dB").isGreaterThan(-45);
        assertThat(film.loudness(8, 11)).as("the doctor alone, dB").isGreaterThan(-45);
        assertThat(call.doctor().sees("recording-trouble"))
                .as("R8: no false alarm")
                .isFalse();
        System.out.printf(
                "recorded %.1f s at %.1f frames a second, %d kB%n",
                film.seconds(),
                film.rate(),
                sent.all().stream().mapToInt(one -> one.bytes().length).sum() / 1000);
    }

    @Test
    @DisplayName("R4: after a reload of the recording page a new take is sent")
    void aReloadGoesOn() {
        Call call = aCall();
        SentSegments sent = SentSegments.of(call.doctor());
        records(call);
        Await.until("segments leave the page", SOON, () -> sent.all().size() >= 2);
        call.doctor().reloads().isInTheCall().seesThat(RECORDING);
        call.patient().seesThat(RECORDING);
        Await.until("segments of a second take", SOON, () -> sent.ofTake(2).size() >= 2);
        call.bothSeeMore(10).bothHear();
    }

    private static Call aCall() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.signedIn(ROSSI);
        return Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
    }

    private static void asks(Person doctor) {
        doctor.presses("more").presses("record").isShown("recording-facts").presses("recording-ask");
    }

    static void records(Call call) {
        asks(call.doctor());
        call.patient().isShown("recording-question").presses("recording-agree");
        call.doctor().seesThat(RECORDING);
    }

    static long recorded(SentSegments sent) {
        List<Segment> all = sent.all();
        return all.isEmpty() ? 0 : all.getLast().to() - all.getFirst().from();
    }

    private static boolean ended(SentSegments sent) {
        List<Segment> all = sent.all();
        return !all.isEmpty() && all.getLast().isFinal();
    }

    private static void gone(Person person) {
        Await.until(person.who() + " sees no mark", SOON, () -> !person.sees("recording-mark"));
    }
}
