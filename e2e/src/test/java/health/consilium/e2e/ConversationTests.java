package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import health.consilium.e2e.browser.Person;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do while they speak, besides speaking. */
@Pages
class ConversationTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @Test
    @DisplayName(
            "V2, V4, V9: mute and talk, write and be read, send a file, share and pin, move oneself, full screen, leave and return")
    void everythingOnTheDesk() {
        Call call =
                Call.between(clinic, clinic.appointment(ROSSI, WEBER), clinic.signedIn(ROSSI), clinic.signedIn(WEBER));
        Person patient = call.patient();
        Person doctor = call.doctor();
        mutedButSpeaking(patient, doctor);
        pushToTalk(patient, doctor);
        writing(patient, doctor);
        sendingAFile(patient, doctor);
        pinning(patient, doctor);
        ownPicture(patient);
        savingData(call);
        fullScreen(patient);
        leavingAndComingBack(call);
    }

    private static void mutedButSpeaking(Person patient, Person doctor) {
        patient.presses("mute");
        doctor.isShown("remote-muted");
        assertThat(doctor.byId("announcement").textContent()).contains("muted");
        patient.isShown("muted-speaking");
    }

    /** The mute button was pressed with the mouse just before and still has the focus: the bar is not its. */
    private static void pushToTalk(Person patient, Person doctor) {
        patient.page().keyboard().down("Space");
        patient.seesThat("[data-testid=mute][data-off=false]");
        doctor.seesThat("[data-testid=remote][data-microphone=true]");
        patient.page().keyboard().up("Space");
        patient.seesThat("[data-testid=mute][data-off=true]");
        doctor.seesThat("[data-testid=remote][data-microphone=false]");
        patient.presses("mute").seesThat("[data-testid=mute][data-off=false]");
    }

    private static void sendingAFile(Person patient, Person doctor) {
        byte[] picture = patient.page().screenshot();
        patient.opensTheChat()
                .byId("chat-attach")
                .setInputFiles(new FilePayload("Blood test.png", "image/png", picture));
        doctor.reads("Blood test.png");
        Object received = doctor.page().evaluate("""
                async () => {
                  const link = [...document.querySelectorAll('[data-testid=chat-message] a')].at(-1);
                  return (await (await fetch(link.href)).arrayBuffer()).byteLength;
                }""");
        assertThat(((Number) received).intValue()).isEqualTo(picture.length);
        patient.closesThePanel();
        doctor.closesThePanel();
    }

    private static void writing(Person patient, Person doctor) {
        doctor.opensTheChat();
        patient.opensTheChat();
        patient.byId("chat-input").pressSequentially("Penicillin");
        doctor.seesThat("[data-testid=chat-panel] >> text=Maria Rossi is writing");
        patient.byId("chat-send").click();
        doctor.reads("Penicillin");
        patient.seesThat("[data-testid=chat-message][data-mine=true][data-delivery=read]");
        patient.closesThePanel();
        doctor.closesThePanel();
    }

    private static void pinning(Person patient, Person doctor) {
        doctor.presses("share");
        patient.isShown("shared-screen").isShown("remote-small");
        patient.presses("pin-camera").isShown("unpin").isShown("remote").isShown("pin-screen");
        patient.presses("unpin").isShown("remote-small");
        assertThat(doctor.sees("remote"))
                .as("who shares still sees the other one large")
                .isTrue();
        doctor.presses("share");
        patient.isShown("remote");
    }

    private static void ownPicture(Person patient) {
        BoundingBox before = box(patient);
        Mouse mouse = patient.page().mouse();
        mouse.move(before.x + before.width / 2, before.y + before.height / 2);
        mouse.down();
        mouse.move(200, 200);
        mouse.up();
        assertThat(box(patient).x).isLessThan(before.x);
        assertThat(box(patient).y).isLessThan(before.y);
        patient.presses("more").presses("self");
        assertThat(patient.sees("self-view")).isFalse();
        patient.presses("more").presses("self").isShown("self-view");
        patient.presses("more").presses("layout");
        assertThat(box(patient).height).isGreaterThan(400);
        patient.presses("more").presses("layout");
    }

    /** Q2. */
    private static void savingData(Call call) {
        Person patient = call.patient();
        Person doctor = call.doctor();
        int lines = patient.picture().lines();
        patient.presses("devices-open").presses("data-use-low");
        doctor.presses("people-open").seesThat("[data-testid=participant-PATIENT] >> text=saves data");
        patient.showsLines(at -> at <= 180);
        doctor.showsLines(at -> at <= 180);
        call.bothSeeMore(10);

        patient.presses("data-use-sound")
                .seesThat("[data-testid=remote][data-camera=false] >> text=You have chosen sound only");
        doctor.seesThat("[data-testid=participant-PATIENT] >> text=sound only").watches(10);
        patient.seesNothingNew().hearsTheOther();

        patient.presses("data-use-full")
                .seesThat("[data-testid=remote][data-camera=true]")
                .showsLines(at -> at >= lines)
                .closesThePanel();
        doctor.showsLines(at -> at >= lines).closesThePanel();
    }

    private static BoundingBox box(Person person) {
        return person.byId("self-view").boundingBox();
    }

    private static void fullScreen(Person patient) {
        patient.presses("more").presses("full-screen");
        patient.page().waitForFunction("() => document.fullscreenElement !== null");
        patient.presses("more").presses("full-screen");
        patient.page().waitForFunction("() => document.fullscreenElement === null");
    }

    private static void leavingAndComingBack(Call call) {
        call.patient().leaves().isShown("rejoin");
        call.doctor().isInTheWaitingRoom();
        assertThat(call.doctor().byId("ring-words").textContent()).contains("has left");
        call.patient().presses("rejoin");
        call.isLive().bothSeeMore(10);
        call.patient().leaves().isShown("rejoin");
        call.doctor().isInTheWaitingRoom().endsForAll().isShown("after-title");
    }

    @Test
    @DisplayName("V9: on a phone upright and on its side nothing is out of reach")
    void everythingOnAPhone() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.comes(ROSSI, new Browser.NewContextOptions().setViewportSize(390, 844))
                .signsIn();
        Call.between(clinic, appointment, patient, clinic.signedIn(WEBER));
        for (int[] window : new int[][] {{390, 844}, {320, 640}, {740, 360}}) {
            patient.page().setViewportSize(window[0], window[1]);
            for (String control : new String[] {"mute", "camera", "chat-open", "more", "leave"}) {
                assertThat(inside(patient, control, window))
                        .as(control + " at " + window[0])
                        .isTrue();
            }
            patient.presses("more");
            for (String item : new String[] {"people-item", "devices-item", "layout", "self"}) {
                assertThat(inside(patient, item, window))
                        .as(item + " at " + window[0])
                        .isTrue();
            }
            patient.presses("people-item").isShown("people-panel").closesThePanel();
        }
    }

    @Test
    @DisplayName("V9: a tap that wakes the hidden controls does not press one of them")
    void aTapThatWakesTheControls() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.comes(
                        ROSSI,
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true))
                .signsIn();
        Call.between(clinic, appointment, patient, clinic.signedIn(WEBER));
        patient.seesThat("[data-testid=controls].opacity-0");
        patient.byId("leave").tap();
        patient.seesThat("[data-testid=controls]:not(.opacity-0)");
        assertThat(patient.sees("leave-only")).isFalse();
        patient.byId("leave").tap();
        patient.isShown("leave-only");
    }

    private static boolean inside(Person person, String what, int[] window) {
        BoundingBox box = person.byId(what).boundingBox();
        return box.x >= 0 && box.y >= 0 && box.x + box.width <= window[0] && box.y + box.height <= window[1];
    }
}
