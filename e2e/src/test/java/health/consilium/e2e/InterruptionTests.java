package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.MediaFiles;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.TcpProxy;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L13: whatever people and networks do, there is one participant each, and the call comes back by itself. */
@Pages
class InterruptionTests {
    private static final int FRAMES_OF_TEN_SECONDS = 10 * MediaFiles.RATE * 29 / 30;

    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of(
            "consilium.signalling.heartbeat", "1s",
            "consilium.signalling.silence", "3s"));

    @Test
    @DisplayName("L13: after a reload of one side the call goes on")
    void aReloadOfOneSide() {
        Call call = call();
        call.patient().reloads();
        call.isLive().bothSeeMore(30).hasOneParticipantEach();
        call.doctor().reloads();
        call.isLive().bothSeeMore(30).hasOneParticipantEach();
    }

    @Test
    @DisplayName("L13: a second tab asks whether to move the call here, and moves it")
    void aSecondTab() {
        Call call = call();
        Person patient = call.patient();
        patient.opensAnotherTab().opensTheCall(call.appointment()).presses("move-here");
        call.isLive().bothSeeMore(30).hasOneParticipantEach();
        patient.turnsToTab(0).isShown("moved");
        assertThat(patient.connections()).isZero();
        patient.presses("use-here");
        call.isLive().bothSeeMore(30).hasOneParticipantEach();
    }

    @Test
    @DisplayName("L13: double clicks on the buttons that start and accept make one call")
    void doubleClicks() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.signedIn(ROSSI).goesTo("/");
        patient.byId("appointment-" + appointment)
                .locator("[data-testid^=action-]")
                .dblclick();
        doctor.hearsItRing().doubleClicks("accept");
        new Call(clinic, appointment, patient, doctor).isLive().bothSeeMore(30).hasOneParticipantEach();
    }

    @Test
    @DisplayName("L3: when both call each other at once, they meet")
    void bothRingAtOnce() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER).opensTheCall(appointment).isInTheWaitingRoom();
        Person patient = clinic.signedIn(ROSSI);
        doctor.presses("ring");
        patient.opensTheCall(appointment);
        new Call(clinic, appointment, patient, doctor).isLive().bothSeeMore(30).hasOneParticipantEach();
    }

    @Test
    @DisplayName(
            "Q4: ten seconds without the server: the picture goes on, signalling resumes, what was written arrives")
    void tenSecondsWithoutTheServer() {
        try (TcpProxy network = new TcpProxy(clinic.server().port())) {
            UUID appointment = clinic.appointment(ROSSI, WEBER);
            Person patient = clinic.comes(ROSSI, network.address()).signsIn();
            Call call = Call.between(clinic, appointment, patient, clinic.signedIn(WEBER));
            network.cut();
            patient.writes("Can you read me?").watches(FRAMES_OF_TEN_SECONDS);
            network.mend();
            call.doctor().reads("Can you read me?");
            call.isLive().bothSeeMore(30).hasOneParticipantEach();
        }
    }

    private static Call call() {
        return Call.between(clinic, clinic.appointment(ROSSI, WEBER), clinic.signedIn(ROSSI), clinic.signedIn(WEBER));
    }
}
