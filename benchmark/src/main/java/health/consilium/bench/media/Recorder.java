package health.consilium.bench.media;

import com.microsoft.playwright.BrowserContext;
import health.consilium.bench.Floor;
import health.consilium.e2e.browser.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is filmed, and what writes down what arrives of it: a script that runs before the page's own, with an ear for marker
 * tones.
 */
enum Recorder {
    /** Rates, gaps and recoveries, with a picture in high definition. */
    MEDIA(Actor.MEASURED_PATIENT, Actor.MEASURED_DOCTOR, "media"),
    /** How old a picture or a sound is when it arrives. */
    LATENCY(Actor.NUMBERED_PATIENT, Actor.NUMBERED_DOCTOR, "latency");

    private final Actor patient;
    private final Actor doctor;
    private final String folder;

    Recorder(Actor patient, Actor doctor, String folder) {
        this.patient = patient;
        this.doctor = doctor;
        this.folder = folder;
    }

    Actor patient() {
        return patient;
    }

    Actor doctor() {
        return doctor;
    }

    void watch(BrowserContext context) {
        String ear = new JsonMapper().writeValueAsString(resource(folder + "/ear.js"));
        context.addInitScript("window.__earWorklet = " + ear + ";");
        context.addInitScript(resource(folder + "/recorder.js"));
    }

    private static String resource(String name) {
        try {
            return new String(Floor.resource(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
