package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import health.consilium.e2e.AccessibilityTests.Window;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** R7, H3: what was recorded, on the page after the call. */
@Pages
class RecordingPageTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    private static final String READY = "[data-testid=recording][data-state=ready]";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    @DisplayName(
            "R7, H3: both watch what was recorded, seek in it, and hear it faster; the doctor decides who downloads;"
                    + " nobody else gets it; erased, it says so")
    void fromTheCallToTheErasure() {
        RecordedCall recorded = aCall(Window.DESKTOP, Window.PHONE).begins();
        Call call = recorded.call();
        Await.until("eight seconds", SOON, () -> recorded.recorded() > 8_000);
        recorded.hasNoAlarm();
        call.doctor().endsForAll();
        call.patient().seesThat(READY);
        call.doctor().seesThat(READY);

        JsonNode row = listed(call, clinic.api().as(ROSSI));
        double seconds = row.path("durationMs").asDouble() / 1_000;
        assertThat(seconds).isCloseTo(recorded.recorded() / 1_000.0, within(1.0));
        assertThat(row.path("gaps")).isEmpty();
        assertThat(views(row)).as("nobody has watched yet").isZero();
        assertThat(sizeOfThePicture(call.patient(), row)).isEqualTo(List.of(640, 360));
        plays(call.patient(), seconds);
        plays(call.doctor(), seconds);
        assertThat(views(row)).isEqualTo(2);
        for (Person person : List.of(call.patient(), call.doctor())) {
            assertThat(faults(person)).isEmpty();
        }
        theDoctorDecides(call, row);
        nobodyElseGetsIt(call, row);
        erased(call, row);
    }

    @Test
    @DisplayName(
            "R3, R4: when somebody was gone for a while, the page says where the film was paused; both takes play as one,"
                    + " in Firefox, too")
    void aPauseIsNamed() {
        RecordedCall recorded = aCall(Window.DESKTOP, Window.DESKTOP).begins();
        Call call = recorded.call();
        Await.until("three seconds", SOON, () -> recorded.recorded() > 3_000);
        call.patient().goesTo("/history");
        call.doctor().seesThat("[data-testid=recording-mark][data-state=paused]");
        Instant back = clinic.clock().now().plusSeconds(2);
        Await.until("two seconds away", SOON, () -> clinic.clock().now().isAfter(back));
        call.patient().opensTheCall(call.appointment()).isInTheCall();
        Await.until("a second take", SOON, () -> recorded.sent().ofTake(2).size() >= 3);
        call.doctor().endsForAll().seesThat(READY).seesThat("[data-reason=PAUSED]");
        call.doctor().presses("recording-watch");
        JsonNode row = listed(call, clinic.api().as(WEBER));
        double seconds = row.path("durationMs").asDouble() / 1_000;
        playsFor(call.doctor(), seconds);
        Person withFirefox = clinic.comesWithFirefox(ROSSI).signsIn();
        plays(withFirefox.goesTo("/appointments/" + call.appointment() + "/after"), seconds);
    }

    @Test
    @DisplayName("R3: what different browsers recorded and cannot be joined plays part by part, an MP4 as it came")
    void twoFormats() throws IOException {
        RecordedCall recorded = aCall(Window.DESKTOP, Window.PHONE).begins();
        Call call = recorded.call();
        recorded.awaitSegments(1, 3);
        try (InputStream script = RecordingPageTests.class.getResourceAsStream("/only-mp4.js")) {
            call.doctor().page().addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        call.doctor().reloads().isInTheCall();
        recorded.awaitSegments(2, 4);
        call.doctor().endsForAll();
        call.patient().seesThat(READY).isShown("recording-parts").seesThat("[data-reason=APART]");

        JsonNode parts = listed(call, clinic.api().as(ROSSI)).path("parts");
        assertThat(parts.findValuesAsString("type")).containsExactly("video/webm", "video/mp4");
        assertThat(parts.get(1).path("durationMs").asLong()).isGreaterThan(2_000);
        call.patient().presses("recording-watch-2");
        call.patient()
                .page()
                .waitForFunction("() => { const video = document.querySelector('[data-testid=recording-video]');"
                        + " return video.videoWidth > 0 && video.currentTime > 1; }");
        Download file =
                call.patient().page().waitForDownload(() -> call.patient().presses("recording-download-2"));
        assertThat(file.suggestedFilename()).isEqualTo("consultation-2.mp4");
        assertThat(new Film(file.path()).faults()).isEmpty();
        assertThat(new Film(file.path()).seconds()).isGreaterThan(2);
        assertThat(faults(call.patient())).isEmpty();
        recorded.hasNoAlarm();
    }

    @Test
    @DisplayName("a call that was never recorded says nothing about recordings")
    void neverRecorded() {
        Call call = aCall(Window.DESKTOP, Window.DESKTOP).call().bothSeeMore(10);
        call.doctor().endsForAll().isShown("after-title");
        call.doctor().page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(call.doctor().sees("recordings")).isFalse();
    }

    private static RecordedCall aCall(Window doctors, Window patients) {
        Person doctor = clinic.comes(WEBER, doctors.options()).signsIn();
        Person patient = clinic.comes(ROSSI, patients.options()).signsIn();
        return RecordedCall.in(clinic, doctor, patient);
    }

    private static JsonNode listed(Call call, Api api) {
        String videoCall = call.record().path("summary").path("id").asString();
        return api.get("/api/v1/video-call/" + videoCall + "/recordings").data().get(0);
    }

    private static Object sizeOfThePicture(Person person, JsonNode row) {
        return person.page()
                .evaluate(
                        "async (url) => { const { width, height } = await createImageBitmap(await (await fetch(url)).blob());"
                                + " return [width, height]; }",
                        row.path("poster").asString());
    }

    private static long views(JsonNode row) {
        return clinic.database()
                .count(
                        "select count(*) from recording_access where kind = 'VIEW' and recording = ?",
                        UUID.fromString(row.path("id").asString()));
    }

    /** From the server's own address, in this browser: it runs, is as long as it should be, and jumps to where one wants. */
    private static void plays(Person person, double seconds) {
        List<Integer> answers = new ArrayList<>();
        person.page().onResponse(answer -> {
            if (answer.url().endsWith("/media")) {
                answers.add(answer.status());
            }
        });
        person.presses("recording-watch");
        playsFor(person, seconds);
        person.page()
                .evaluate(
                        "() => { const video = document.querySelector('video'); video.currentTime = video.duration / 2; }");
        person.page()
                .waitForFunction("() => { const video = document.querySelector('video');"
                        + " return !video.seeking && video.currentTime > video.duration / 2 + 0.5; }");
        person.byId("recording-speed").selectOption("2");
        assertThat(person.page().evaluate("() => document.querySelector('video').playbackRate"))
                .isEqualTo(2);
        assertThat(answers).as("answers to ranges").isNotEmpty().containsOnly(206);
    }

    private static void playsFor(Person person, double seconds) {
        person.page()
                .waitForFunction("() => { const video = document.querySelector('[data-testid=recording-video]');"
                        + " return video && video.videoWidth > 0 && video.currentTime > 1; }");
        double duration =
                ((Number) person.page().evaluate("() => document.querySelector('video').duration")).doubleValue();
        assertThat(duration).isCloseTo(seconds, within(0.2));
    }

    private static void theDoctorDecides(Call call, JsonNode row) {
        Download file =
                call.patient().page().waitForDownload(() -> call.patient().presses("recording-download"));
        assertThat(new Film(file.path()).faults()).isEmpty();
        call.doctor().presses("may-download").seesThat("[data-testid=may-download]:not(:checked)");
        call.patient().reloads().isShown("download-not-allowed");
        assertThat(call.patient().sees("recording-download")).isFalse();
        assertThat(call.doctor().sees("recording-download")).isTrue();
        String download = row.path("url").asString() + "?download=true";
        assertThat(clinic.api().as(ROSSI).get(download)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        });
    }

    private static void nobodyElseGetsIt(Call call, JsonNode row) {
        String videoCall = call.record().path("summary").path("id").asString();
        Api other = clinic.api().as(LINDQVIST);
        assertThat(other.get("/api/v1/video-call/" + videoCall + "/recordings").code())
                .isEqualTo("NOT_FOUND");
        assertThat(other.get(row.path("url").asString()).code()).isEqualTo("NOT_FOUND");
        Person stranger = clinic.signedIn(LINDQVIST)
                .goesTo("/appointments/" + call.appointment() + "/after")
                .isShown("failure");
        assertThat(stranger.sees("recordings")).isFalse();
    }

    private static void erased(Call call, JsonNode row) {
        String id = row.path("id").asString();
        assertThat(clinic.api()
                        .as(DESK)
                        .delete("/api/v1/admin/recordings/" + id)
                        .status())
                .isEqualTo(200);
        for (Person person : List.of(call.patient(), call.doctor())) {
            person.goesTo("/history").presses("history-" + call.appointment()).isShown("recording-deleted");
            assertThat(person.sees("recording-watch")).isFalse();
            assertThat(person.sees("recording-download")).isFalse();
            assertThat(person.sees("may-download")).isFalse();
            assertThat(faults(person)).isEmpty();
        }
        assertThat(clinic.api().as(WEBER).get(row.path("url").asString()).code())
                .isEqualTo("RECORDING_UNAVAILABLE");
    }

    private static List<String> faults(Person person) {
        List<String> faults = new ArrayList<>(Axe.findings(person.page()));
        for (String direction : List.of("rtl", "ltr")) {
            person.page().evaluate("direction => { document.documentElement.dir = direction; }", direction);
            if ((boolean) person.page()
                    .evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                faults.add(person.who() + " has to scroll sideways, " + direction);
            }
        }
        return faults;
    }
}
