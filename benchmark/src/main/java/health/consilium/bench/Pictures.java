package health.consilium.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The pictures of the README, made of the running program. */
final class Pictures {
    private static final Path FOLDER = Path.of("../docs/pictures");

    /** The films that stand for cameras are called by where they lie on this computer, which is nobody's business. */
    private static final String DEVICE_NAMES = "Object.defineProperty(MediaStreamTrack.prototype, 'label',"
            + " { get() { return this.kind === 'video' ? 'Built-in camera' : 'Headset'; } });";

    private final ServerProcess server;
    private final Browsers browsers;

    private Pictures(ServerProcess server, Browsers browsers) {
        this.server = server;
        this.browsers = browsers;
    }

    static void make() {
        try (ServerProcess server = ServerProcess.start(Map.of());
                Browsers browsers = new Browsers()) {
            Pictures pictures = new Pictures(server, browsers);
            pictures.desktop();
            pictures.phone();
        }
    }

    private void desktop() {
        UUID appointment = appointment();
        try (Person patient = person(Someone.ROSSI, 1280, 800);
                Person doctor = person(Someone.WEBER, 1280, 800)) {
            patient.goesTo("/").isShown("demo-maria-rossi");
            take(patient, "sign-in");
            patient.signsIn().isShown("appointment-" + appointment);
            take(patient, "appointments");
            doctor.signsIn();
            patient.opensTheCall(appointment).isInTheWaitingRoom().isShown("preview");
            patient.seesThat("[data-testid=ring-words][data-ring=ringing]");
            take(patient, "waiting-room");
            doctor.hearsItRing();
            take(doctor, "incoming-call");
            doctor.accepts().isInTheCall().watches(60);
            patient.isInTheCall().writes("Thank you, doctor. Shall I come back next week?");
            doctor.reads("Thank you, doctor");
            doctor.writes("Yes, on Tuesday. Please bring your medicines.");
            patient.reads("on Tuesday");
            take(doctor, "call");
            doctor.endsForAll();
            patient.isShown("after-title").isShown("star-5");
            take(patient, "after-the-call");
        }
    }

    private void phone() {
        UUID appointment = appointment();
        try (Person patient = person(Someone.ROSSI, 390, 844);
                Person doctor = person(Someone.WEBER, 1280, 800)) {
            doctor.signsIn();
            patient.signsIn().opensTheCall(appointment).isInTheWaitingRoom().isShown("preview");
            take(patient, "waiting-room-phone");
            doctor.hearsItRing().accepts().isInTheCall();
            patient.isInTheCall().watches(60);
            patient.page().mouse().move(100, 400);
            take(patient, "call-phone");
        }
    }

    private UUID appointment() {
        return server.database()
                .paidAppointment(
                        Someone.ROSSI, Someone.WEBER, server.clock().now().minusSeconds(60), Duration.ofMinutes(30));
    }

    private Person person(Someone who, int width, int height) {
        Browser browser = browsers.chromium(who.isDoctor() ? Actor.DRAWN_DOCTOR : Actor.DRAWN_PATIENT);
        Person person = Person.at(
                browser,
                who,
                server.address(),
                new Browser.NewContextOptions().setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE));
        person.page().addInitScript(DEVICE_NAMES);
        return person;
    }

    private static void take(Person person, String name) {
        person.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
