package health.consilium.e2e;

import static health.consilium.e2e.RecordedCall.SOON;
import static health.consilium.e2e.RecordedCall.marked;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import health.consilium.e2e.Film.Place;
import health.consilium.e2e.SentSegments.Segment;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R: a recording while things go wrong, and while more goes on than two people talking. */
class RecordingRoughTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

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
        recorded.isStopped().hasNoAlarm();
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
        recorded.isStopped().hasNoAlarm();
        assertThat(recorded.sent().all()).extracting(Segment::status).containsOnly(200);
        assertThat(recorded.film(2, folder).seconds()).isGreaterThan(2);
    }

    @Test
    @DisplayName(
            "R3, R8: while a reloaded page's sound sleeps the picture is recorded all the same, and the doctor reads"
                    + " whose voice is missing; all voices when it wakes")
    void theSoundSleeps() {
        RecordedCall recorded = RecordedCall.in(clinic).begins();
        recorded.awaitSegments(1, 1);
        recorded.doctor().page().addInitScript(script("/sound-asleep.js"));
        recorded.doctor().reloads().isInTheCall().seesThat(marked("recording"));
        recorded.doctor().seesThat("[data-testid=recording-trouble][data-trouble$=_VOICE]");
        assertThat(recorded.alarms()).singleElement(STRING).contains("_VOICE");
        assertThat(recorded.film(2, folder).seconds()).as("while it sleeps").isGreaterThan(1);
        recorded.doctor().page().evaluate("() => { window.__awake = true; }");
        recorded.awaitSegments(3, 3);
        assertThat(recorded.film(3, folder).seconds()).as("awake").isGreaterThan(1);
        assertThat(recorded.doctor().sees("recording-trouble")).isFalse();
        recorded.isStopped();
        assertThat(recorded.kept(folder).faults()).isEmpty();
    }

    @Test
    @DisplayName(
            "R3: when the doctor's recorder breaks the patient's page goes on, and hands back after a reload; one film holds it all")
    void handsOverAndBack() {
        RecordedCall recorded = RecordedCall.in(clinic, comes(WEBER, "/recorder-breaks.js"), clinic.signedIn(ROSSI));
        SentSegments patients = SentSegments.of(recorded.patient());
        recorded.begins();
        recorded.awaitSegments(1, 3);
        recorded.doctor().page().evaluate("() => window.__breakRecorders()");
        Await.until("the patient's page records", SOON, () -> patients.ofTake(3).size() >= 3);
        assertThat(recorded.doctor().sees("recording-trouble")).isFalse();
        recorded.doctor().seesThat(marked("recording")).reloads().isInTheCall().seesThat(marked("recording"));
        recorded.awaitSegments(4, 3);
        Await.until(
                "the patient's take ends", SOON, () -> patients.all().getLast().isFinal());
        recorded.isStopped();

        assertThat(patients.all()).extracting(Segment::take).containsOnly(3);
        assertThat(patients.all()).extracting(Segment::status).containsOnly(200);
        Film film = recorded.kept(folder);
        assertThat(film.faults()).isEmpty();
        double seconds = length(recorded.sent().ofTake(1))
                + length(patients.all())
                + length(recorded.sent().ofTake(4));
        assertThat(film.seconds()).as("all three takes").isBetween(seconds - 3, seconds + 1);
    }

    @Test
    @DisplayName("R4: while a fifth of the uploads fails, nothing of the film is lost")
    void aFifthFails() {
        RecordedCall recorded = RecordedCall.in(clinic, comes(WEBER, "/uploads-fail.js"), clinic.signedIn(ROSSI))
                .begins();
        Await.until(
                "sixteen parts",
                Duration.ofSeconds(60),
                () -> recorded.sent().ofTake(1).size() >= 16);
        recorded.doctor().presses("recording-end");
        String recording = recorded.sent().all().getFirst().recording();
        // The page may never hear that the last part has arrived: the answer may be one of those that are lost.
        Await.until("every part", Duration.ofSeconds(30), () -> {
            long parts = ofRecording("max(segments) from recording_take", recording);
            return parts > 0 && ofRecording("count(*) from recording_segment", recording) == parts;
        });
        recorded.hasNoAlarm();
        assertThat(failed(recorded.doctor())).as("uploads that failed").isGreaterThan(1);
        assertThat(recorded.sent().all()).extracting(Segment::status).containsOnly(200);
        Film film = recorded.kept(folder);
        assertThat(film.faults()).isEmpty();
        long recordedMs = ofRecording(
                "(extract(epoch from max(to_at) - min(from_at)) * 1000)::bigint from recording_segment", recording);
        assertThat(film.seconds()).isCloseTo(recordedMs / 1_000.0, within(1.0));
    }

    private static long ofRecording(String what, String recording) {
        return clinic.database().count("select " + what + " where recording = ?::uuid", recording);
    }

    private static Person comes(Someone who, String script) {
        Person person = clinic.signedIn(who);
        person.page().addInitScript(script(script));
        person.reloads();
        return person;
    }

    private static int failed(Person person) {
        return ((Number) person.page().evaluate("() => window.__failedUploads")).intValue();
    }

    /** In seconds. */
    private static double length(List<Segment> take) {
        return (take.getLast().to() - take.getFirst().from()) / 1_000.0;
    }

    private static String script(String name) {
        try (InputStream script = Objects.requireNonNull(RecordingRoughTests.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
