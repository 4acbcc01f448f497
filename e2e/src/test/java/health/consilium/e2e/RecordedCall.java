package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.consilium.e2e.SentSegments.Segment;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A call that its doctor may ask to record, what leaves the doctor's page, and what that page has found wrong with it. */
record RecordedCall(Call call, SentSegments sent, List<String> alarms) {
    static final Duration SOON = Duration.ofSeconds(15);
    private static final String MARK = "[data-testid=recording-mark][data-state=%s]";

    /** Nothing is recorded yet. */
    static RecordedCall in(Clinic clinic) {
        return in(clinic, clinic.signedIn(WEBER), clinic.signedIn(ROSSI));
    }

    static RecordedCall in(Clinic clinic, Person doctor, Person patient) {
        List<String> alarms = new CopyOnWriteArrayList<>();
        doctor.page()
                .onWebSocket(socket -> socket.onFrameSent(frame -> {
                    String text = String.valueOf(frame.text());
                    if (text.contains("\"recording.health\"") && !text.contains("\"trouble\":null")) {
                        alarms.add(text);
                    }
                }));
        Call call = Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        return new RecordedCall(call, SentSegments.of(doctor), alarms);
    }

    Person doctor() {
        return call.doctor();
    }

    Person patient() {
        return call.patient();
    }

    RecordedCall isAskedFor() {
        doctor().presses("more").presses("record").isShown("recording-facts").presses("recording-ask");
        return this;
    }

    /** Asked for, and the patient says yes. */
    RecordedCall begins() {
        isAskedFor();
        patient().isShown("recording-question").presses("recording-agree");
        doctor().seesThat(marked("recording"));
        return this;
    }

    /** The doctor ends it, and the last segment has been answered. */
    RecordedCall isStopped() {
        doctor().presses("recording-end");
        Await.until("the last segment leaves the page", SOON, this::ended);
        return this;
    }

    /** R8: nothing was wrong, and the self-check has not said that anything was. */
    RecordedCall hasNoAlarm() {
        doctor().page().evaluate("() => null");
        assertThat(alarms).as("what the self-check said").isEmpty();
        return this;
    }

    /** recording, paused or asked. */
    static String marked(String state) {
        return MARK.formatted(state);
    }

    void awaitSegments(int take, int count) {
        Await.until(
                count + " segments of take " + take + " leave the page",
                SOON,
                () -> sent.ofTake(take).size() >= count);
    }

    Film film(int take, Path folder) {
        return new Film(sent.writeTake(take, folder.resolve("take-" + take + ".webm")));
    }

    /** As the server gives it to the doctor. */
    Film kept(Path folder) {
        Page page = doctor().page();
        String film = "/api/v1/recordings/" + sent.all().getLast().recording() + "/media";
        try {
            byte[] bytes = page.request()
                    .get(URI.create(page.url()).resolve(film).toString())
                    .body();
            return new Film(Files.write(folder.resolve("kept.webm"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In ms. */
    long recorded() {
        List<Segment> all = sent.all();
        return all.isEmpty() ? 0 : all.getLast().to() - all.getFirst().from();
    }

    boolean ended() {
        List<Segment> all = sent.all();
        return !all.isEmpty() && all.getLast().isFinal();
    }
}
